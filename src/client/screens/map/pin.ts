/** How a point shows on the map: shape = open problems, fill = this round's progress. */
import type { PointProgress } from '../../../domain/point-progress.ts';
import { sayProgress } from '../../../domain/point-progress.ts';

export type PinShape = 'circle' | 'diamond' | 'square';

export interface PinState {
  readonly progress: PointProgress;
  /** Findings neither closed nor voided. */
  readonly open: number;
  readonly overdue: number;
}

export function shapeOf(state: PinState): PinShape {
  if (state.overdue > 0) return 'square';
  return state.open > 0 ? 'diamond' : 'circle';
}

/** `未查 · 超期 1 条`: what shape and fill say, in words. */
export function sayPin(state: PinState): string {
  const progress = sayProgress(state.progress);
  if (state.overdue > 0) return `${progress} · 超期 ${state.overdue} 条`;
  return state.open > 0 ? `${progress} · 未销号 ${state.open} 条` : progress;
}
