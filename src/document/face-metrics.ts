/**
 * A face is a list of fonts, and each character is drawn in the first that has it.
 * Advances are in em; a character that no font has is as wide as a system would draw it.
 */
import { type FontMetrics, type MeasuredFont, readMetrics } from './font-metrics.ts';

export interface FontOfFace {
  /** Of its bytes, hex. */
  readonly sha256: string;
  readonly metrics: FontMetrics;
}

/** By face, the fonts in their order; the same font may stand in several faces. */
export function faceMetrics<Face extends string>(
  fonts: Readonly<Record<Face, readonly FontOfFace[]>>,
): {
  advance(face: Face, codePoint: number): number;
  fontOf(face: Face, codePoint: number): string | null;
} {
  const read = new Map<string, MeasuredFont>();
  const measured = ({ sha256, metrics }: FontOfFace) => {
    const known = read.get(sha256) ?? readMetrics(metrics);
    read.set(sha256, known);
    return known;
  };
  const find = (face: Face, code: number) => fonts[face].find((font) => measured(font).has(code));
  return {
    advance(face, code) {
      const font = find(face, code);
      return font ? measured(font).advance(code) : code < 0x2000 ? 0.5 : 1;
    },
    fontOf: (face, code) => find(face, code)?.sha256 ?? null,
  };
}
