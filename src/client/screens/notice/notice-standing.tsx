/** How an issued notice stands, derived from its problems; never stored. */
import { latenessOf } from '../../../domain/deadline.ts';
import { owesAnswer } from '../../../domain/finding-life.ts';
import type { FindingRow, NoticeRow } from '../../../protocol/rows/index.ts';
import { Chip } from '../../ui/chip.tsx';
import { FindingSign } from '../../ui/finding-sign.tsx';
import { LatenessChip } from '../../ui/lateness-chip.tsx';

export type NoticeStanding = 'voided' | 'overdue' | 'active' | 'answered' | 'closed';

export function standingOf(
  notice: NoticeRow,
  findings: readonly FindingRow[],
  now: number,
): NoticeStanding {
  if (notice.state === 'voided') return 'voided';
  if (findings.some((finding) => owesAnswer(finding.state))) {
    return latenessOf(notice.dueAt, now).kind === 'overdue' ? 'overdue' : 'active';
  }
  const over = findings.every(
    (finding) => finding.state === 'closed' || finding.state === 'voided',
  );
  return over && findings.length > 0 ? 'closed' : 'answered';
}

export const STANDING_NAMES: Record<NoticeStanding, string> = {
  overdue: '超期',
  active: '在办',
  answered: '已反馈',
  closed: '已办结',
  voided: '作废',
};

export function StandingChip(props: {
  readonly notice: NoticeRow;
  readonly standing: NoticeStanding;
  readonly now: number;
}) {
  const { notice, standing, now } = props;
  if (standing === 'overdue') {
    return <LatenessChip dueAt={notice.dueAt} state="assigned" now={now} small />;
  }
  if (standing === 'active') {
    return latenessOf(notice.dueAt, now).kind === 'soon' ? (
      <LatenessChip dueAt={notice.dueAt} state="assigned" now={now} small />
    ) : (
      <Chip look="tinted" tone="info" small>
        在办
      </Chip>
    );
  }
  const tone = ({ answered: 'primary', closed: 'ok', voided: 'ink2' } as const)[standing];
  const sign = ({ answered: 'replied', closed: 'closed', voided: 'voided' } as const)[standing];
  return (
    <Chip look={standing === 'voided' ? 'outlined' : 'tinted'} tone={tone} small>
      <FindingSign state={sign} size={14} />
      {STANDING_NAMES[standing]}
    </Chip>
  );
}
