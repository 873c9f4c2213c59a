import { useState } from 'preact/hooks';
import { civilDateOf } from '../../../domain/civil.ts';
import { AccountList, RoundList } from '../../../protocol/admin.ts';
import type { RoundRow, TeamRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { EditTeam } from './edit-team.tsx';
import { EndRound } from './end-round.tsx';
import { OpenRound } from './open-round.tsx';
import { RoundSection } from './round-section.tsx';
import { Trouble } from './trouble.tsx';
import { useAnswer } from './use-answer.ts';

/** The rounds so far, and the way to a new one. */
export function Rounds() {
  const { answer, again } = useAnswer('/api/rounds', RoundList);
  const accounts = useAnswer('/api/accounts', AccountList);
  const today = civilDateOf(useNow());
  const [opening, setOpening] = useState(false);
  const [ending, setEnding] = useState<RoundRow | null>(null);
  const [editing, setEditing] = useState<TeamRow | null>(null);
  if (!answer || !accounts.answer) return null;
  if (!answer.ok) return <Trouble answer={answer} onAgain={again} />;
  if (!accounts.answer.ok) return <Trouble answer={accounts.answer} onAgain={accounts.again} />;
  const people = accounts.answer.value.accounts;
  const { rounds } = answer.value;
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? '已停用的账号';
  const done = (close: (nothing: null) => void) => {
    close(null);
    again();
  };
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
      {rounds.map((each) => (
        <RoundSection
          key={each.round.id}
          answer={each}
          today={today}
          nameOf={nameOf}
          onEnd={() => setEnding(each.round)}
          onEdit={(team) => setEditing(team)}
        />
      ))}
      {ending && (
        <EndRound round={ending} onClose={() => setEnding(null)} onDone={() => done(setEnding)} />
      )}
      {editing && (
        <EditTeam
          team={editing}
          teams={rounds.find(({ round }) => round.id === editing.roundId)?.teams ?? []}
          people={people}
          onClose={() => setEditing(null)}
          onDone={() => done(setEditing)}
        />
      )}
    </>
  );
}

/** After `第4轮` comes the fifth, however many rounds are on record here. */
function nextNth(names: readonly string[]): number {
  const counted = names.map((name) => Number(/第(\d+)轮/.exec(name)?.[1] ?? 0));
  return Math.max(names.length, ...counted) + 1;
}
