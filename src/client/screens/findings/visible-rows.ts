/** Which rows of a long list are drawn, and where it must be scrolled to. Pure; lengths in CSS px. */

/** Of one row; the style sheet says the same. */
export const ROW = 48;
/** Of the head that stays on top of the rows. */
export const HEAD = 40;
/** Rows drawn beyond the edge, so that a turn of the wheel shows no gap. */
const BEYOND = 8;

export interface Scroll {
  readonly top: number;
  /** Of the whole frame, its head included. */
  readonly height: number;
}

export interface Visible {
  readonly from: number;
  /** Not included. */
  readonly to: number;
}

export function visibleRows({ top, height }: Scroll, total: number): Visible {
  const first = Math.floor(Math.max(0, top) / ROW);
  const from = Math.max(0, Math.min(first - BEYOND, total));
  const to = Math.min(total, first + Math.ceil(height / ROW) + BEYOND);
  return { from, to: Math.max(from, to) };
}

/** Rows that fit at once, at least one. */
export function rowsOfPage({ height }: Scroll): number {
  return Math.max(1, Math.floor((height - HEAD) / ROW));
}

/** The scroll by the shortest way that brings the row whole into sight. */
export function scrollTo(at: number, { top, height }: Scroll): number {
  const start = at * ROW;
  const end = start + ROW - (height - HEAD);
  if (start < top) return start;
  return end > top ? end : top;
}
