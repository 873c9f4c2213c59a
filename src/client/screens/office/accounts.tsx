import { useState } from 'preact/hooks';
import { sayRole } from '../../../domain/role.ts';
import { AccountList, AccountSummary } from '../../../protocol/admin.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { toast } from '../../ui/toast.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { AddAccount } from './add-account.tsx';
import { ask } from './ask.ts';
import { ResetPassword } from './reset-password.tsx';
import { Trouble } from './trouble.tsx';
import { useAnswer } from './use-answer.ts';

/** Who may sign in, as what. An account is disabled, never deleted: its deeds stay its own. */
export function Accounts() {
  const { session } = useWorkplace();
  const { answer, again } = useAnswer('/api/accounts', AccountList);
  const units = useLive((db) => db.unit.toArray(), []);
  const [adding, setAdding] = useState(false);
  const [resetting, setResetting] = useState<AccountSummary | null>(null);
  const [trouble, setTrouble] = useState('');
  if (!answer || !units) return null;
  if (!answer.ok) return <Trouble answer={answer} onAgain={again} />;
  const unitName = (id: string | null) => units.find((unit) => unit.id === id)?.shortName ?? '';
  const disable = async (account: AccountSummary) => {
    const changed = await ask(`/api/accounts/${account.id}`, AccountSummary, {
      method: 'PATCH',
      json: { disabled: !account.disabled },
    });
    setTrouble(changed.ok ? '' : changed.message);
    if (!changed.ok) return;
    toast(`${account.name} 已${account.disabled ? '启用' : '停用'}`);
    again();
  };
  const { accounts } = answer.value;
  return (
    <>
      <div class="office-head">
        <p>
          共 {accounts.length} 个账号，停用 {accounts.filter((each) => each.disabled).length} 个。
        </p>
        <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
          新建账号
        </Button>
      </div>
      {trouble !== '' && (
        <p class="office-trouble" role="alert">
          {trouble}
        </p>
      )}
      <ul class="accounts">
        {accounts.map((account) => (
          <li key={account.id} class={account.disabled ? 'account-line off' : 'account-line'}>
            <div>
              <p class="t-strong">
                {account.name}{' '}
                {account.disabled && (
                  <Chip look="outlined" tone="ink2" small>
                    已停用
                  </Chip>
                )}
              </p>
              <p class="t-second">
                {[account.account, sayRole(account.role), unitName(account.unitId)]
                  .filter(Boolean)
                  .join(' · ')}
                {account.sample && ' · 示例账号'}
              </p>
            </div>
            <Button
              kind="outlined"
              size="small"
              label={`重设 ${account.name} 的密码`}
              onClick={() => setResetting(account)}
            >
              重设密码
            </Button>
            <Button
              kind="outlined"
              size="small"
              label={`${account.disabled ? '启用' : '停用'} ${account.name}`}
              disabled={account.id === session.accountId}
              onClick={() => void disable(account)}
            >
              {account.disabled ? '启用' : '停用'}
            </Button>
          </li>
        ))}
      </ul>
      <AddAccount
        open={adding}
        units={units}
        onClose={() => setAdding(false)}
        onDone={() => {
          setAdding(false);
          again();
        }}
      />
      <ResetPassword
        account={resetting}
        onClose={() => setResetting(null)}
        onDone={() => {
          setResetting(null);
          again();
        }}
      />
    </>
  );
}
