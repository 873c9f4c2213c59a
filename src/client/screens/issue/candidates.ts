/** Which problems wait for a notice, by round and unit, and which deadline they ask for. Pure. */
import type { WorkCalendar } from '../../../domain/calendar.ts';
import { type DeadlineChoice, deadlineOf } from '../../../domain/deadline.ts';
import { afterEvent } from '../../../domain/finding-life.ts';
import type { FindingRow, RoundRow } from '../../../protocol/rows/index.ts';

/** What one notice may carry: the problems of one unit in one round. */
export interface NoticeGroup {
  /** `round/unit`. */
  readonly key: string;
  readonly roundId: string;
  readonly unitId: string;
  /** In the order of their points and times, as the paper lists them. */
  readonly findings: readonly FindingRow[];
}

/** Whether a notice may carry it now. */
export function awaitsNotice(finding: FindingRow): boolean {
  return finding.noticeId === null && afterEvent(finding.state, 'assign') !== null;
}

/** The latest round first, and in it the unit with the most waiting problems. */
export function noticeGroups(
  findings: readonly FindingRow[],
  rounds: readonly Pick<RoundRow, 'id' | 'starts'>[],
): NoticeGroup[] {
  const groups = new Map<string, FindingRow[]>();
  for (const finding of findings) {
    if (!awaitsNotice(finding)) continue;
    const key = `${finding.roundId}/${finding.unitId}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const starts = new Map(rounds.map((round) => [round.id, round.starts]));
  const begun = (group: NoticeGroup) => starts.get(group.roundId) ?? '';
  return [...groups]
    .flatMap(([key, found]): NoticeGroup[] => {
      found.sort((a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1));
      const [first] = found;
      if (!first) return [];
      return [{ key, roundId: first.roundId, unitId: first.unitId, findings: found }];
    })
    .sort(
      (a, b) =>
        begun(b).localeCompare(begun(a)) ||
        b.findings.length - a.findings.length ||
        (a.unitId < b.unitId ? -1 : 1),
    );
}

/** What the address of the screen asks for. */
export interface Asked {
  readonly finding?: string | undefined;
  readonly unit?: string | undefined;
}

/**
 * The group that is meant: as the address says, else as was chosen last, else the
 * first. Undefined where the address names a problem that is not among them: then
 * no other may stand in for it.
 */
export function groupMeant(
  groups: readonly NoticeGroup[],
  asked: Asked,
  chosen: string | null,
): NoticeGroup | undefined {
  if (asked.finding !== undefined) {
    return groups.find(({ findings }) => findings.some(({ id }) => id === asked.finding));
  }
  return (
    groups.find((group) => group.unitId === asked.unit) ??
    groups.find((group) => group.key === chosen) ??
    groups[0]
  );
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
