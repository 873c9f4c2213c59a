/** How wide characters are, without a font at hand: a layout must never need font bytes. */

import type { Face } from '../domain/face.ts';

export type { Face };

/**
 * What a layout knows of fonts. A face is a list of fonts; each character is taken
 * from the first that has it.
 */
export interface FaceMetrics {
  /** Width in em of a code point in a face. */
  advance(face: Face, codePoint: number): number;
  /** SHA-256 of the font that draws it; null where none has it. */
  fontOf(face: Face, codePoint: number): string | null;
}

const FULL_WIDTH: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  // Dashes, quotes, ellipsis and letter-like signs are as wide as a character in Chinese text.
  [0x2010, 0x2027],
  [0x2030, 0x203b],
  [0x2100, 0x2bff],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f000, 0x1ffff],
  [0x20000, 0x3fffd],
];

/** Whether a character takes a whole square in Chinese text. */
export function isFullWidth(codePoint: number): boolean {
  if (codePoint === 0xb0 || codePoint === 0xb7 || codePoint === 0xd7) return true;
  return FULL_WIDTH.some(([from, to]) => codePoint >= from && codePoint <= to);
}

/** For a device that has no font of ours yet: squares and half squares, whatever the font. */
export const SYSTEM_METRICS: FaceMetrics = {
  advance: (_face, codePoint) => (isFullWidth(codePoint) ? 1 : 0.5),
  fontOf: () => null,
};
