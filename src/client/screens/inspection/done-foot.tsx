/** After the last answer: the notice, or the next point. */
import { mayDo } from '../../../domain/role.ts';
import { Button } from '../../ui/button.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useToday } from '../today/use-today.ts';
import type { OpenInspection } from './use-inspection.ts';

export function DoneFoot(props: { readonly open: OpenInspection }) {
  const { findings, point, tally } = props.open;
  const { session } = useWorkplace();
  const today = useToday();
  const next = today?.points.find((row) => row.progress !== 'done' && row.point.id !== point.id);
  const waiting = findings.filter((finding) => finding.state === 'recorded').length;
  return (
    <>
      <div class="action-bar-words">
        <b class="t-strong">检查已完成</b>
        <p class="t-small">
          {tally.total} 项 · 不符合 {tally.by.unmet} · 登记问题 {findings.length}
          {waiting > 0 && ` · 待开通知书 ${waiting}`}
        </p>
      </div>
      {next && (
        <Button
          kind={waiting > 0 ? 'outlined' : 'primary'}
          size="main"
          iconEnd="chevron-right"
          href={`/points/${encodeURIComponent(next.point.id)}`}
        >
          下一个点位
        </Button>
      )}
      {mayDo(session.role, 'notice.issue') && (
        <Button
          kind={waiting > 0 ? 'primary' : 'outlined'}
          size="main"
          icon="notice"
          href="/notices/issue"
        >
          开具督查通知书
        </Button>
      )}
    </>
  );
}
