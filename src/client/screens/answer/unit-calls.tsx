/** The ways on from a problem for the unit: 反馈整改 and 申请延期; and for the office what came on paper. */
import { afterEvent, owesAnswer } from '../../../domain/finding-life.ts';
import { mayDo, type Role } from '../../../domain/role.ts';
import type { FindingRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';

export function mayAnswer(role: Role, finding: FindingRow): boolean {
  const fits = finding.noticeId !== null && afterEvent(finding.state, 'reply') !== null;
  return fits && mayDo(role, 'reply.submit');
}

export function mayAskForTime(role: Role, finding: FindingRow): boolean {
  const fits = owesAnswer(finding.state) && finding.dueAt !== null && finding.extensionId === null;
  return fits && mayDo(role, 'extension.ask');
}

/** The office enters an answer that came on paper; the unit gives its own. */
export function ReplyCall({ finding }: { readonly finding: FindingRow }) {
  const { role } = useWorkplace().session;
  if (!mayAnswer(role, finding)) return null;
  const own = role === 'unit';
  return (
    <Button
      kind={own ? 'primary' : 'outlined'}
      size="main"
      icon={own ? 'edit' : 'note'}
      href={`/findings/${finding.id}/reply`}
    >
      {own ? '反馈整改' : '录入书面反馈'}
    </Button>
  );
}

export function ExtensionCall({ finding }: { readonly finding: FindingRow }) {
  const { role } = useWorkplace().session;
  if (!mayAskForTime(role, finding)) return null;
  return (
    <Button kind="outlined" size="main" icon="calendar" href={`/findings/${finding.id}/extension`}>
      申请延期
    </Button>
  );
}
