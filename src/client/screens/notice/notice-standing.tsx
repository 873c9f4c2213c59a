/** How an issued notice stands, derived from its problems; never stored. */
import { owesAnswer } from '../../../domain/finding-life.ts';
import { isOverdue, latenessOf } from '../../../domain/lateness.ts';
import type { FindingRow, NoticeRow } from '../../../protocol/rows/index.ts';
import { Chip } from '../../ui/chip.tsx';
import { FindingSign } from '../../ui/finding-sign.tsx';
import { LatenessChip } from '../../ui/lateness-chip.tsx';
import { useReckoning } from '../../ui/use-reckoning.ts';

export type NoticeStanding = 'voided' | 'overdue' | 'active' | 'answered' | 'closed';

export function standingOf(
  notice: NoticeRow,
  findings: readonly FindingRow[],
  now: number,
): NoticeStanding {
  if (notice.state === 'voided') return 'voided';
  if (findings.some((finding) => owesAnswer(finding.state))) {
    return findings.some((finding) => isOverdue(finding, now)) ? 'overdue' : 'active';
  }
  const over = findings.every(
    (finding) => finding.state === 'closed' || finding.state === 'voided',
  );
  return over && findings.length > 0 ? 'closed' : 'answered';
}

/** The first deadline of what is still owed: an extension or a return has moved a problem's own. */
export function dueOf(notice: NoticeRow, findings: readonly FindingRow[]): number {
  const owed = findings.flatMap(({ state, dueAt }) =>
    owesAnswer(state) && dueAt !== null ? dueAt : [],
  );
  return owed.length > 0 ? Math.min(...owed) : notice.dueAt;
}

export const STANDING_NAMES: Record<NoticeStanding, string> = {
  overdue: '超期',
  active: '在办',
  answered: '已反馈',
  closed: '已办结',
  voided: '作废',
};

export function StandingChip(props: {
  /** Of `dueOf`. */
  readonly dueAt: number;
  readonly standing: NoticeStanding;
  readonly now: number;
}) {
  const { dueAt, standing, now } = props;
  const due = { state: 'assigned', dueAt } as const;
  const { kind } = latenessOf(due, useReckoning(now));
  if (standing === 'overdue') {
    return <LatenessChip dueAt={dueAt} state="assigned" now={now} small />;
  }
  if (standing === 'active') {
    return kind === 'soon' ? (
      <LatenessChip dueAt={dueAt} state="assigned" now={now} small />
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
