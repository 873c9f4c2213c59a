import { useEffect, useState } from 'preact/hooks';
import { AccountSummary } from '../../../protocol/admin.ts';
import { MIN_PASSWORD } from '../../../protocol/credentials.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { toast } from '../../ui/toast.tsx';
import { ask } from './ask.ts';

export function ResetPassword(props: {
  readonly account: AccountSummary | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { account, onClose, onDone } = props;
  const [password, setPassword] = useState('');
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    setPassword('');
    setTrouble('');
  }, [account]);
  const save = async () => {
    if (!account) return;
    if (password.length < MIN_PASSWORD) {
      setTrouble(`密码至少 ${MIN_PASSWORD} 个字符。`);
      return;
    }
    setBusy(true);
    const answer = await ask(`/api/accounts/${account.id}`, AccountSummary, {
      method: 'PATCH',
      json: { password },
    });
    setBusy(false);
    if (!answer.ok) {
      setTrouble(answer.message);
      return;
    }
    toast(`${account.name} 的密码已重设`);
    onDone();
  };
  return (
    <Dialog
      title="重设密码"
      open={account !== null}
      onClose={onClose}
      actions={
        <>
          <Button kind="outlined" onClick={onClose}>
            取消
          </Button>
          <Button kind="primary" disabled={busy} onClick={save}>
            重设
          </Button>
        </>
      }
    >
      <p>
        <b>{account?.name}</b>（{account?.account}
        ）要用新密码重新登录，平板上没上传的内容不受影响。
      </p>
      <Field
        label="新密码"
        type="password"
        value={password}
        onInput={(value) => {
          setPassword(value);
          setTrouble('');
        }}
        autocomplete="new-password"
        {...(trouble === '' ? { hint: `至少 ${MIN_PASSWORD} 个字符` } : { error: trouble })}
      />
    </Dialog>
  );
}
