/** What the list knows of one point: itself, how far it is in the round, and what is open there. */

import { isOpen } from '../../../domain/finding-life.ts';
import { isOverdue } from '../../../domain/lateness.ts';
import { type PointProgress, progressOf } from '../../../domain/point-progress.ts';
import type {
  ChecklistRow,
  FindingRow,
  InspectionRow,
  PointRow,
  UnitRow,
} from '../../../protocol/rows/index.ts';

export interface TodayPoint {
  readonly point: PointRow;
  /** What a search looks through: name, code, initials of its pinyin, address. */
  readonly hay: string;
  readonly progress: PointProgress;
  /** Answered items of the visit under way; null with none. */
  readonly answered: { readonly done: number; readonly of: number } | null;
  /** 未销号. */
  readonly open: number;
  readonly overdue: number;
}

export interface TodayFacts {
  readonly inspections: readonly InspectionRow[];
  readonly findings: readonly FindingRow[];
  readonly checklists: readonly ChecklistRow[];
}

/** Strings to search in, made once: a key typed must not wait for 10,000 of them. */
export function haystacks(points: readonly PointRow[]): ReadonlyMap<string, string> {
  return new Map(
    points.map((point) => [
      point.id,
      `${point.name} ${point.id} ${point.initials} ${point.address}`.toLowerCase(),
    ]),
  );
}

export function todayPoints(
  points: readonly PointRow[],
  hays: ReadonlyMap<string, string>,
  facts: TodayFacts,
  now: number,
): TodayPoint[] {
  const visits = groupBy(facts.inspections, (inspection) => inspection.pointId);
  const problems = groupBy(
    facts.findings.filter((finding) => isOpen(finding.state)),
    (finding) => finding.pointId,
  );
  const lengths = new Map(facts.checklists.map((list) => [list.id, list.items.length]));
  return points.map((point) => {
    const own = visits.get(point.id) ?? [];
    const open = problems.get(point.id) ?? [];
    const progress = progressOf(own);
    const doing = progress === 'doing' ? own.at(-1) : undefined;
    return {
      point,
      hay: hays.get(point.id) ?? '',
      progress,
      answered: doing
        ? {
            done: Object.keys(doing.answers).length,
            of: lengths.get(doing.checklistId) ?? 0,
          }
        : null,
      open: open.length,
      overdue: open.filter((finding) => isOverdue(finding, now)).length,
    };
  });
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** The street's short name where there is one. */
export function streetName(units: ReadonlyMap<string, UnitRow>, point: PointRow): string {
  const street = units.get(point.streetId);
  return street ? street.shortName || street.name : '';
}
