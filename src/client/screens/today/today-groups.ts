/** Which points the list shows, in which groups and order. Pure. */
import { distanceM, type LonLat } from '../../../domain/place.ts';
import { type PointProgress, sayProgress } from '../../../domain/point-progress.ts';
import type { TeamRow } from '../../../protocol/rows/index.ts';
import type { TodayPoint } from './today-point.ts';
import type { TodayView } from './today-view.ts';

export interface TodayGroup {
  readonly progress: PointProgress;
  readonly name: string;
  readonly rows: readonly PlacedPoint[];
}

export interface PlacedPoint extends TodayPoint {
  /** Metres from the last known position; null where there is none. */
  readonly metres: number | null;
}

export type ProgressCounts = Readonly<Record<PointProgress | 'all', number>>;

export function countProgress(points: readonly TodayPoint[]): ProgressCounts {
  const counts = { todo: 0, doing: 0, done: 0, all: points.length };
  for (const { progress } of points) counts[progress] += 1;
  return counts;
}

/** By the filters and the words of the search, all of which must be found. */
export function matching<P extends TodayPoint>(
  points: readonly P[],
  view: TodayView,
  teams: readonly TeamRow[],
): P[] {
  const words = view.text.toLowerCase().split(/\s+/).filter(Boolean);
  const team = teams.find((row) => row.id === view.teamId);
  const ofTeam = team && new Set(team.pointIds);
  return points.filter(
    ({ point, hay, open, overdue }) =>
      words.every((word) => hay.includes(word)) &&
      (view.category === '' || point.category === view.category) &&
      (view.streetId === '' || point.streetId === view.streetId) &&
      (!ofTeam || ofTeam.has(point.id)) &&
      (view.problems === 'any' || (view.problems === 'open' ? open > 0 : overdue > 0)),
  );
}

/** Nearest first where a position is known and wanted, else by code. */
export function inOrder(points: readonly TodayPoint[], from: LonLat | null): PlacedPoint[] {
  const placed = points.map((row) => ({
    ...row,
    metres: from ? distanceM(from, row.point) : null,
  }));
  const byCode = (a: PlacedPoint, b: PlacedPoint) => (a.point.id < b.point.id ? -1 : 1);
  return placed.sort((a, b) => (a.metres ?? 0) - (b.metres ?? 0) || byCode(a, b));
}

const GROUPS: Readonly<Record<TodayView['tab'], readonly PointProgress[]>> = {
  // What is begun is finished first, so it stands above what is still to do.
  todo: ['doing', 'todo'],
  doing: ['doing'],
  done: ['done'],
  all: ['doing', 'todo', 'done'],
};

export function groupsOf(points: readonly PlacedPoint[], tab: TodayView['tab']): TodayGroup[] {
  return GROUPS[tab]
    .map((progress) => ({
      progress,
      name: sayProgress(progress),
      rows: points.filter((row) => row.progress === progress),
    }))
    .filter((group) => group.rows.length > 0);
}
