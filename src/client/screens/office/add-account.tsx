import { useState } from 'preact/hooks';
import { ROLES, type Role, sayRole } from '../../../domain/role.ts';
import { AccountSummary } from '../../../protocol/admin.ts';
import { AccountName, MIN_PASSWORD } from '../../../protocol/credentials.ts';
import type { UnitRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { ask } from './ask.ts';

interface Draft {
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly unitId: string;
  readonly password: string;
}

const BLANK: Draft = { account: '', name: '', role: 'inspector', unitId: '', password: '' };

/** What is typed stays while the dialog is shut, until the account is there. */
export function AddAccount(props: {
  readonly open: boolean;
  readonly units: readonly UnitRow[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const [draft, setDraft] = useState(BLANK);
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const set = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    setTrouble('');
  };
  const save = async () => {
    const missing = whatIsMissing(draft);
    if (missing !== '') {
      setTrouble(missing);
      return;
    }
    setBusy(true);
    const answer = await ask('/api/accounts', AccountSummary, {
      method: 'POST',
      json: { ...draft, unitId: draft.role === 'unit' ? draft.unitId : null },
    });
    setBusy(false);
    if (!answer.ok) {
      setTrouble(answer.message);
      return;
    }
    toast(`${draft.name} 的账号已建好`);
    setDraft(BLANK);
    props.onDone();
  };
  return (
    <Dialog
      title="新建账号"
      open={props.open}
      onClose={props.onClose}
      actions={
        <>
          <Button kind="outlined" onClick={props.onClose}>
            取消
          </Button>
          <Button kind="primary" disabled={busy} onClick={save}>
            建立账号
          </Button>
        </>
      }
    >
      <Field
        label="姓名或岗位"
        value={draft.name}
        onInput={(name) => set({ name })}
        maxLength={60}
        placeholder="督查员四"
      />
      <Field
        label="账号名"
        value={draft.account}
        onInput={(account) => set({ account })}
        maxLength={60}
        autocomplete="off"
        hint="登录时填写，不要空格"
      />
      <SelectField
        label="角色"
        value={draft.role}
        onChange={(value) => {
          const role = ROLES.find((each) => each === value);
          if (role) set({ role });
        }}
        options={ROLES.map((role) => ({ value: role, label: sayRole(role) }))}
      />
      {draft.role === 'unit' && (
        <SelectField
          label="属于哪个单位"
          value={draft.unitId}
          onChange={(unitId) => set({ unitId })}
          options={[
            { value: '', label: '请选择' },
            ...props.units.map((unit) => ({ value: unit.id, label: unit.name })),
          ]}
        />
      )}
      <Field
        label="初始密码"
        type="password"
        value={draft.password}
        onInput={(password) => set({ password })}
        autocomplete="new-password"
        hint={`至少 ${MIN_PASSWORD} 个字符，当面告诉本人`}
      />
      {trouble !== '' && (
        <p class="office-trouble" role="alert">
          {trouble}
        </p>
      )}
    </Dialog>
  );
}

function whatIsMissing(draft: Draft): string {
  if (draft.name.trim() === '') return '请填写姓名或岗位。';
  if (!AccountName.safeParse(draft.account).success) {
    return '账号名至少 2 个字符，不要空格和斜线。';
  }
  if (draft.role === 'unit' && draft.unitId === '') return '请选定账号属于哪个单位。';
  return draft.password.length < MIN_PASSWORD ? `密码至少 ${MIN_PASSWORD} 个字符。` : '';
}
