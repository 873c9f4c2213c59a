/** The page of GB/T 9704-2012, 5: A4, margins, 22 lines of 28 characters. All in pt. */

export function mm(length: number): number {
  return (length * 72) / 25.4;
}

export const SHEET = { width: mm(210), height: mm(297) } as const;

/** 版心: 156 × 225 mm, 37 mm from the top and 28 mm from the left edge. */
export const BLOCK = {
  left: mm(28),
  top: mm(37),
  width: mm(156),
  height: mm(225),
  right: mm(184),
  bottom: mm(262),
} as const;

export const LINES = 22;
export const CHARS = 28;
/** 3号: 16 pt. */
export const BODY = 16;
/** 2号: 22 pt. */
export const TITLE = 22;
export const TITLE_PITCH = 35;
export const LINE = BLOCK.height / LINES;
export const PITCH = BLOCK.width / CHARS;
/** Letter-spacing that makes 28 characters of 16 pt as wide as the block. */
export const TRACKING = PITCH - BODY;
/** From the left edge of the first of 28 characters to the right edge of the last. */
export const MEASURE = BLOCK.width - TRACKING;
/** The height of a character of 3号 is 1; the gap between lines is 7/8 of it. */
export const GAP = (BODY * 7) / 8;

/** Chinese fonts stand 0.12 em below the baseline and 0.88 em above. */
const ASCENT = 0.88;

/** The baseline of a text of a size that stands in the middle of a line. */
export function baselineIn(top: number, height: number, size: number): number {
  return top + (height - size) / 2 + size * ASCENT;
}

/** The top of the n-th line of the block, from 0. */
export function lineTop(n: number): number {
  return BLOCK.top + n * LINE;
}
