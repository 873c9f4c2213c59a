import { useState } from 'preact/hooks';
import { addDays, civilDateOf, sayDate, yearOf } from '../../../domain/civil.ts';
import { hasBegun } from '../../../domain/round.ts';
import { type AccountSummary, MAX_TEAMS, RoundAnswer } from '../../../protocol/admin.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { toast } from '../../ui/toast.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { ask } from './ask.ts';
import { mayWalk, toggled } from './walkers.ts';

interface Team {
  readonly name: string;
  readonly memberIds: readonly string[];
}

/** Opens a round with all key points, split among the groups by streets that lie together. */
export function OpenRound(props: {
  readonly people: readonly AccountSummary[];
  /** Which round it will be, for its first name. */
  readonly nth: number;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}) {
  const { people, nth, onCancel, onDone } = props;
  const { wake } = useWorkplace();
  const today = civilDateOf(useNow());
  const walkers = people.filter(mayWalk);
  const [name, setName] = useState(`${yearOf(today)}年第${nth}轮实地督查`);
  const [starts, setStarts] = useState(today);
  const [ends, setEnds] = useState(addDays(today, 30));
  const [teams, setTeams] = useState<readonly Team[]>(() =>
    [1, 2, 3].map((each) => ({ name: `第${each}督查组`, memberIds: [] })),
  );
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const setTeam = (at: number, part: Partial<Team>) =>
    setTeams(teams.map((team, each) => (each === at ? { ...team, ...part } : team)));
  const save = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    const answer = await ask('/api/rounds', RoundAnswer, {
      method: 'POST',
      json: { name, starts, ends, teams, kind: 'key' },
    });
    setBusy(false);
    setTrouble(answer.ok ? '' : answer.message);
    if (!answer.ok) return;
    wake();
    const begun = hasBegun({ starts }, today) ? '已开始' : `${sayDate(starts)}开始`;
    toast(`${name} ${begun}，点位已分到各组`);
    onDone();
  };
  return (
    <form class="office-form wide" onSubmit={save}>
      <Field label="轮次名称" value={name} onInput={setName} maxLength={60} required />
      <div class="office-pair">
        <Field label="开始" type="date" value={starts} onInput={setStarts} required />
        <Field label="结束" type="date" value={ends} onInput={setEnds} min={starts} required />
      </div>
      <p class="office-note">全部重点点位按街道分给各组，挨着的街道分在一组，数量尽量相等。</p>
      {teams.map((team, at) => (
        <div key={at} class="team">
          <Field
            label={`第 ${at + 1} 组的名称`}
            value={team.name}
            onInput={(value) => setTeam(at, { name: value })}
            maxLength={40}
            required
          />
          <div class="team-people" role="group" aria-label={`${team.name}成员`}>
            {walkers.map((person) => (
              <Button
                key={person.id}
                kind="outlined"
                pressed={team.memberIds.includes(person.id)}
                onClick={() => setTeam(at, { memberIds: toggled(team.memberIds, person.id) })}
              >
                {person.name}
              </Button>
            ))}
            {walkers.length === 0 && <p>还没有督查员账号，可以先建账号，也可以先分组再补成员。</p>}
          </div>
        </div>
      ))}
      <div class="office-teams">
        <Button
          kind="outlined"
          icon="plus"
          disabled={teams.length >= MAX_TEAMS}
          onClick={() =>
            setTeams([...teams, { name: `第${teams.length + 1}督查组`, memberIds: [] }])
          }
        >
          加一组
        </Button>
        <Button
          kind="outlined"
          icon="minus"
          disabled={teams.length <= 1}
          onClick={() => setTeams(teams.slice(0, -1))}
        >
          减一组
        </Button>
      </div>
      {trouble !== '' && (
        <p class="office-trouble" role="alert">
          {trouble}
        </p>
      )}
      <div class="office-actions">
        <Button kind="outlined" onClick={onCancel}>
          取消
        </Button>
        <Button kind="primary" size="main" type="submit" disabled={busy}>
          开始这一轮
        </Button>
      </div>
    </form>
  );
}
