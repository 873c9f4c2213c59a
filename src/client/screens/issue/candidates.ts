/** Which problems wait for a notice, by unit, and which deadline they ask for. Pure. */
import type { WorkCalendar } from '../../../domain/calendar.ts';
import { type DeadlineChoice, deadlineOf } from '../../../domain/deadline.ts';
import { afterEvent } from '../../../domain/finding-life.ts';
import type { FindingRow } from '../../../protocol/rows/index.ts';

export interface UnitCandidates {
  readonly unitId: string;
  /** In the order of their points and times, as the paper lists them. */
  readonly findings: readonly FindingRow[];
}

/** Whether a notice may carry it now. */
export function awaitsNotice(finding: FindingRow): boolean {
  return finding.noticeId === null && afterEvent(finding.state, 'assign') !== null;
}

/** Units with the most waiting problems first. */
export function candidatesByUnit(findings: readonly FindingRow[]): UnitCandidates[] {
  const units = new Map<string, FindingRow[]>();
  for (const finding of findings) {
    if (!awaitsNotice(finding)) continue;
    const group = units.get(finding.unitId);
    if (group) group.push(finding);
    else units.set(finding.unitId, [finding]);
  }
  return [...units]
    .map(([unitId, found]) => ({
      unitId,
      findings: found.sort((a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1)),
    }))
    .sort((a, b) => b.findings.length - a.findings.length || (a.unitId < b.unitId ? -1 : 1));
}

/** The shortest of the problems' own deadlines that can still be set; 3 days with none. */
export function shortestDeadline(
  findings: readonly FindingRow[],
  issuedAt: number,
  calendar: WorkCalendar,
  closeHour: number,
): DeadlineChoice {
  let shortest: { choice: DeadlineChoice; dueAt: number } | null = null;
  for (const { deadline } of findings) {
    const due = deadlineOf(deadline, issuedAt, calendar, closeHour);
    if (due.ok && (shortest === null || due.dueAt < shortest.dueAt)) {
      shortest = { choice: deadline, dueAt: due.dueAt };
    }
  }
  return shortest?.choice ?? { kind: 'days', days: 3 };
}
