/** A point's visits, the latest first, and what they say together. Pure. */
import type { ChecklistRow, InspectionRow, RoundRow } from '../../../protocol/rows/index.ts';

export interface Visit {
  readonly inspection: InspectionRow;
  readonly roundName: string;
}

export function visitsOf(
  inspections: readonly InspectionRow[],
  rounds: readonly RoundRow[],
): Visit[] {
  const names = new Map(rounds.map((round) => [round.id, round.name]));
  return [...inspections]
    .sort((a, b) => b.startedAt - a.startedAt)
    .map((inspection) => ({ inspection, roundName: names.get(inspection.roundId) ?? '' }));
}

/** The places (from 1) of items that the last two finished visits both found not met. */
export function repeatedUnmet(visits: readonly Visit[], checklist: ChecklistRow): number[] {
  const finished = visits.filter((visit) => visit.inspection.finishedAt !== null).slice(0, 2);
  if (finished.length < 2) return [];
  return checklist.items.flatMap((item, nth) =>
    finished.every((visit) => visit.inspection.answers[item.id]?.verdict === 'unmet')
      ? [nth + 1]
      : [],
  );
}
