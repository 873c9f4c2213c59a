/** How far a point is in a round: 未查, 进行中, 已查. Derived from its inspections, never stored. */

export const POINT_PROGRESS = ['todo', 'doing', 'done'] as const;
export type PointProgress = (typeof POINT_PROGRESS)[number];

const NAMES: Record<PointProgress, string> = { todo: '未查', doing: '进行中', done: '已查' };

export function sayProgress(progress: PointProgress): string {
  return NAMES[progress];
}

/** One finished visit makes the point done, even where a second visit has begun. */
export function progressOf(
  inspections: readonly { readonly finishedAt: number | null }[],
): PointProgress {
  if (inspections.length === 0) return 'todo';
  return inspections.some((inspection) => inspection.finishedAt !== null) ? 'done' : 'doing';
}
