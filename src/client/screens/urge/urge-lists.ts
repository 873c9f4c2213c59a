/** The lists of 催办督办: who owes what, what was sent last, and what is suggested next. Pure. */
import type { Reckoning } from '../../../domain/lateness.ts';
import type { UrgeLevel } from '../../../domain/letter.ts';
import { sayNoticeName } from '../../../domain/notice-number.ts';
import { nextStepOf, type UrgeStanding, urgeStandingOf } from '../../../domain/urge.ts';
import type { FindingRow, NoticeRow } from '../../../protocol/rows/index.ts';

export interface UrgeLine {
  readonly finding: FindingRow;
  readonly standing: UrgeStanding;
  /** Null: wait. */
  readonly next: UrgeLevel | null;
  readonly noticeName: string;
}

/** One letter that is suggested; a 督办通知 is about one notice. */
export interface UrgeStep {
  readonly kind: UrgeLevel;
  readonly unitId: string;
  /** Of a 督办通知; null of any other. */
  readonly noticeId: string | null;
  readonly noticeName: string;
  readonly count: number;
}

export interface UrgeUnit {
  readonly unitId: string;
  readonly lines: readonly UrgeLine[];
  readonly steps: readonly UrgeStep[];
}

/** Everything that is late or nearly so, the longest overdue first. */
export function urgeLines(
  findings: readonly FindingRow[],
  notices: ReadonlyMap<string, Pick<NoticeRow, 'number'>>,
  reckoning: Reckoning,
): UrgeLine[] {
  return findings
    .flatMap((finding): UrgeLine[] => {
      const standing = urgeStandingOf(finding, reckoning);
      if (standing === null) return [];
      const notice = notices.get(finding.noticeId ?? '');
      return [
        {
          finding,
          standing,
          next: nextStepOf(finding, reckoning),
          noticeName: sayNoticeName(notice?.number ?? null),
        },
      ];
    })
    .sort(
      (a, b) =>
        (a.finding.dueAt ?? 0) - (b.finding.dueAt ?? 0) || (a.finding.id < b.finding.id ? -1 : 1),
    );
}

/** By unit, the one with the most problems first. */
export function byUnit(lines: readonly UrgeLine[]): UrgeUnit[] {
  const units = new Map<string, UrgeLine[]>();
  for (const line of lines) {
    const own = units.get(line.finding.unitId);
    if (own) own.push(line);
    else units.set(line.finding.unitId, [line]);
  }
  return [...units]
    .map(([unitId, own]) => ({ unitId, lines: own, steps: stepsOf(unitId, own) }))
    .sort((a, b) => b.lines.length - a.lines.length || (a.unitId < b.unitId ? -1 : 1));
}

const ORDER: readonly UrgeLevel[] = ['bulletin', 'supervise', 'urge', 'remind'];

/** The hardest word first. */
function stepsOf(unitId: string, lines: readonly UrgeLine[]): UrgeStep[] {
  const steps = new Map<string, UrgeStep>();
  for (const { finding, next, noticeName } of lines) {
    if (next === null) continue;
    const noticeId = next === 'supervise' ? finding.noticeId : null;
    const key = `${next} ${noticeId ?? ''}`;
    const count = (steps.get(key)?.count ?? 0) + 1;
    steps.set(key, { kind: next, unitId, noticeId, noticeName, count });
  }
  return [...steps.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

export interface UrgeFilter {
  readonly search: string;
  readonly unitId: string;
}

export function filterLines(
  lines: readonly UrgeLine[],
  { search, unitId }: UrgeFilter,
  unitName: (id: string) => string,
): UrgeLine[] {
  const words = search.split(/\s+/).filter(Boolean);
  return lines.filter(({ finding, noticeName }) => {
    if (unitId !== '' && finding.unitId !== unitId) return false;
    const text = `${finding.text} ${finding.pointName} ${noticeName} ${unitName(finding.unitId)}`;
    return words.every((word) => text.includes(word));
  });
}

/** Where the letter of a step is looked at and issued. */
export function stepPath({ kind, unitId, noticeId }: UrgeStep): string {
  const query = new URLSearchParams({
    kind,
    unit: unitId,
    ...(noticeId ? { notice: noticeId } : {}),
  });
  return `/urge/letter?${query}`;
}
