/**
 * A face is a list of fonts, and each character is drawn in the first that has it.
 * One that no font has is as wide as a system's font would draw it.
 */
import { type FontMetrics, type MeasuredFont, readMetrics } from './font-metrics.ts';
import { type Face, type FaceMetrics, SYSTEM_METRICS } from './metrics.ts';

export interface FontOfFace {
  /** Of its bytes, hex. */
  readonly sha256: string;
  readonly metrics: FontMetrics;
}

/** By face, the fonts in their order; the same font may stand in several faces. */
export function faceMetrics(fonts: Readonly<Record<Face, readonly FontOfFace[]>>): FaceMetrics {
  const read = new Map<string, MeasuredFont>();
  const measured = ({ sha256, metrics }: FontOfFace): MeasuredFont => {
    const known = read.get(sha256) ?? readMetrics(metrics);
    read.set(sha256, known);
    return known;
  };
  const fontFor = (face: Face, code: number) =>
    fonts[face].find((font) => measured(font).has(code));
  return {
    advance(face, code) {
      const font = fontFor(face, code);
      return font ? measured(font).advance(code) : SYSTEM_METRICS.advance(face, code);
    },
    fontOf: (face, code) => fontFor(face, code)?.sha256 ?? null,
  };
}
