/** Points with what this round and the open problems say of each. Pure. */

import { isOpen } from '../../../domain/finding-life.ts';
import { isOverdue } from '../../../domain/lateness.ts';
import { progressOf } from '../../../domain/point-progress.ts';
import type { FindingRow, InspectionRow, PointRow } from '../../../protocol/rows/index.ts';
import type { MapPoint } from './map-point.ts';

export interface MapFacts {
  /** Of the round under way. */
  readonly inspections: readonly InspectionRow[];
  readonly findings: readonly FindingRow[];
}

export function mapPoints(
  points: readonly PointRow[],
  facts: MapFacts,
  now: number,
): readonly MapPoint[] {
  const visits = byPoint(facts.inspections);
  const problems = byPoint(facts.findings);
  return points.map((point) => {
    const found = problems.get(point.id) ?? [];
    const seen = visits.get(point.id) ?? [];
    const doing = seen.find((inspection) => inspection.finishedAt === null);
    return {
      id: point.id,
      name: point.name,
      category: point.category,
      categoryName: point.categoryName,
      initials: point.initials,
      lon: point.lon,
      lat: point.lat,
      progress: progressOf(seen),
      open: found.filter((finding) => isOpen(finding.state)).length,
      overdue: found.filter((finding) => isOverdue(finding, now)).length,
      inspectionId: doing?.id ?? null,
    };
  });
}

function byPoint<T extends { readonly pointId: string }>(
  rows: readonly T[],
): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.pointId);
    if (group) group.push(row);
    else groups.set(row.pointId, [row]);
  }
  return groups;
}
