import { useState } from 'preact/hooks';
import { sayRole } from '../../../domain/role.ts';
import { type AccountSummary, RoundAnswer } from '../../../protocol/admin.ts';
import type { TeamRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { toast } from '../../ui/toast.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { ask } from './ask.ts';
import { mayWalk, toggled } from './walkers.ts';

/** A group's name and members. Its points stay: they were split when the round was opened. */
export function EditTeam(props: {
  readonly team: TeamRow;
  /** All groups of the round, this one among them. */
  readonly teams: readonly TeamRow[];
  readonly people: readonly AccountSummary[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { team, teams, people, onClose, onDone } = props;
  const { wake } = useWorkplace();
  const [name, setName] = useState(team.name);
  const [memberIds, setMemberIds] = useState<readonly string[]>(team.memberIds);
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const offered = people.filter((one) => mayWalk(one) || team.memberIds.includes(one.id));
  const save = async () => {
    if (name.trim() === '') {
      setTrouble('请填写督查组的名称。');
      return;
    }
    setBusy(true);
    const answer = await ask(`/api/rounds/${team.roundId}/teams/${team.id}`, RoundAnswer, {
      method: 'PATCH',
      json: { name: name.trim(), memberIds },
    });
    setBusy(false);
    setTrouble(answer.ok ? '' : answer.message);
    if (!answer.ok) return;
    wake();
    toast(`${name.trim()} 已编好，成员的平板会自动更新点位`);
    onDone();
  };
  return (
    <Dialog
      title={`编组：${team.name}`}
      open
      onClose={onClose}
      look="sheet"
      actions={
        <>
          <Button kind="outlined" onClick={onClose}>
            取消
          </Button>
          <Button kind="primary" disabled={busy} onClick={save}>
            保存
          </Button>
        </>
      }
    >
      <Field label="督查组名称" value={name} onInput={setName} maxLength={40} />
      <ul class="team-members" aria-label="成员">
        {offered.map((person) => (
          <li key={person.id}>
            <label class="team-member">
              <input
                type="checkbox"
                class="check"
                checked={memberIds.includes(person.id)}
                onChange={() => setMemberIds(toggled(memberIds, person.id))}
              />
              <span>
                <b>{person.name}</b>
                <span class="t-second">{sayPlace(person, team, teams)}</span>
              </span>
            </label>
          </li>
        ))}
        {offered.length === 0 && <li>还没有督查员账号，请先在“账号”里新建。</li>}
      </ul>
      {trouble !== '' && (
        <p class="office-trouble" role="alert">
          {trouble}
        </p>
      )}
    </Dialog>
  );
}

/** What is to know of a person before ticking: a person walks in one group of a round. */
function sayPlace(person: AccountSummary, team: TeamRow, teams: readonly TeamRow[]): string {
  if (person.disabled) return '账号已停用';
  const elsewhere = teams.find((one) => one.id !== team.id && one.memberIds.includes(person.id));
  return elsewhere ? `目前在${elsewhere.name}，勾选后改到本组` : sayRole(person.role);
}
