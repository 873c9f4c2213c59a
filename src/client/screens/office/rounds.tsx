import { useState } from 'preact/hooks';
import { sayDate } from '../../../domain/civil.ts';
import { AccountList, RoundList } from '../../../protocol/admin.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { OpenRound } from './open-round.tsx';
import { Trouble } from './trouble.tsx';
import { useAnswer } from './use-answer.ts';

/** The rounds so far, and the way to a new one. */
export function Rounds() {
  const { answer, again } = useAnswer('/api/rounds', RoundList);
  const accounts = useAnswer('/api/accounts', AccountList);
  const [opening, setOpening] = useState(false);
  if (!answer || !accounts.answer) return null;
  if (!answer.ok) return <Trouble answer={answer} onAgain={again} />;
  if (!accounts.answer.ok) return <Trouble answer={accounts.answer} onAgain={accounts.again} />;
  const people = accounts.answer.value.accounts;
  const { rounds } = answer.value;
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? '已停用的账号';
  if (opening) {
    return (
      <OpenRound
        people={people}
        nth={nextNth(rounds.map(({ round }) => round.name))}
        onCancel={() => setOpening(false)}
        onDone={() => {
          setOpening(false);
          again();
        }}
      />
    );
  }
  return (
    <>
      <div class="office-head">
        <p>
          {rounds.length === 0
            ? '还没有轮次，先开一轮，督查组才有点位。'
            : `共 ${rounds.length} 轮。`}
        </p>
        <Button kind="primary" icon="plus" onClick={() => setOpening(true)}>
          开一轮督查
        </Button>
      </div>
      {rounds.map(({ round, teams }) => (
        <section key={round.id} class="round" aria-label={round.name}>
          <p class="round-head">
            <b class="t-strong">{round.name}</b>
            <Chip
              look={round.state === 'open' ? 'tinted' : 'outlined'}
              tone={round.state === 'open' ? 'ok' : 'ink2'}
              small
            >
              {round.state === 'open' ? '进行中' : '已结束'}
            </Chip>
            <span class="t-second">
              {sayDate(round.starts)}至{sayDate(round.ends)} · 点位{' '}
              {teams.reduce((sum, team) => sum + team.pointIds.length, 0)} ={' '}
              {teams.map((team) => team.pointIds.length).join(' + ')}
            </span>
          </p>
          <ul class="round-teams">
            {teams.map((team) => (
              <li key={team.id}>
                <b>{team.name}</b> {team.pointIds.length} 个点位
                <p class="t-second">
                  {team.memberIds.length === 0
                    ? '还没有成员'
                    : team.memberIds.map(nameOf).join('、')}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** After `第4轮` comes the fifth, however many rounds are on record here. */
function nextNth(names: readonly string[]): number {
  const counted = names.map((name) => Number(/第(\d+)轮/.exec(name)?.[1] ?? 0));
  return Math.max(names.length, ...counted) + 1;
}
