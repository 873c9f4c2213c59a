import { sayDate } from '../../../domain/civil.ts';
import { hasBegun } from '../../../domain/round.ts';
import type { RoundAnswer } from '../../../protocol/admin.ts';
import type { RoundRow, TeamRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';

/** One round with its groups; while it is open its groups may change and it may be ended. */
export function RoundSection(props: {
  readonly answer: RoundAnswer;
  /** The office's date. */
  readonly today: string;
  readonly nameOf: (accountId: string) => string;
  readonly onEnd: () => void;
  readonly onEdit: (team: TeamRow) => void;
}) {
  const { answer, today, nameOf, onEnd, onEdit } = props;
  const { round, teams } = answer;
  const open = round.state === 'open';
  return (
    <section class="round" aria-label={round.name}>
      <div class="round-top">
        <p class="round-head">
          <b class="t-strong">{round.name}</b>
          <Standing round={round} today={today} />
          <span class="t-second">
            {sayDate(round.starts)}至{sayDate(round.ends)} · 点位{' '}
            {teams.reduce((sum, team) => sum + team.pointIds.length, 0)} ={' '}
            {teams.map((team) => team.pointIds.length).join(' + ')}
          </span>
        </p>
        {open && (
          <Button kind="outlined" size="small" label={`结束 ${round.name}`} onClick={onEnd}>
            结束本轮
          </Button>
        )}
      </div>
      <ul class="round-teams">
        {teams.map((team) => (
          <li key={team.id}>
            <div>
              <b>{team.name}</b> {team.pointIds.length} 个点位
              <p class="t-second">
                {team.memberIds.length === 0 ? '还没有成员' : team.memberIds.map(nameOf).join('、')}
              </p>
            </div>
            {open && (
              <Button
                kind="outlined"
                size="small"
                label={`编组 ${team.name}`}
                onClick={() => onEdit(team)}
              >
                编组
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing(props: { readonly round: RoundRow; readonly today: string }) {
  const { round, today } = props;
  if (round.state === 'closed') {
    return (
      <Chip look="outlined" tone="ink2" small>
        已结束
      </Chip>
    );
  }
  return hasBegun(round, today) ? (
    <Chip look="tinted" tone="ok" small>
      进行中
    </Chip>
  ) : (
    <Chip look="outlined" tone="warn" small>
      未开始
    </Chip>
  );
}
