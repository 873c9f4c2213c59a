/** After the last answer: the notice, or the next point. */
import { mayDo } from '../../../domain/role.ts';
import { Button } from '../../ui/button.tsx';
import { useTeamsOfAllRounds } from '../../ui/use-city.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { mayIssue } from '../issue/waiting.ts';
import { useToday } from '../today/use-today.ts';
import type { OpenInspection } from './use-inspection.ts';

export function DoneFoot(props: { readonly open: OpenInspection }) {
  const { findings, point, tally } = props.open;
  const { session } = useWorkplace();
  const today = useToday();
  const next = today?.points.find((row) => row.progress !== 'done' && row.point.id !== point.id);
  const teams = useTeamsOfAllRounds() ?? [];
  const waiting = findings.filter((finding) => mayIssue(finding, session, teams));
  const [first] = waiting;
  return (
    <>
      <div class="action-bar-words">
        <b class="t-strong">检查已完成</b>
        <p class="t-small">
          {tally.total} 项 · 不符合 {tally.by.unmet} · 登记问题 {findings.length}
          {first && ` · 待开通知书 ${waiting.length}`}
        </p>
      </div>
      {next && (
        <Button
          kind={first ? 'outlined' : 'primary'}
          size="main"
          iconEnd="chevron-right"
          href={`/points/${encodeURIComponent(next.point.id)}`}
        >
          下一个点位
        </Button>
      )}
      {mayDo(session.role, 'notice.issue') && (
        <Button
          kind={first ? 'primary' : 'outlined'}
          size="main"
          icon="notice"
          href={first ? `/notices/issue?finding=${first.id}` : '/notices/issue'}
        >
          开具督查通知书
        </Button>
      )}
    </>
  );
}
