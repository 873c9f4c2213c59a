import type { Signature } from '../paper.ts';
import type { StrokesPiece } from '../sheet.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const PEN = 1.1;

/** Handwriting as large as its box allows, never distorted, at the box's left. */
export function strokesIn(signature: Signature, box: Box): StrokesPiece | null {
  const { strokes } = signature;
  const bounds = boundsOf(strokes);
  if (bounds === null) return null;
  const scale = Math.min(
    (box.width - 2 * PEN) / Math.max(1, bounds.width),
    (box.height - 2 * PEN) / Math.max(1, bounds.height),
  );
  const top = box.y + (box.height - bounds.height * scale) / 2;
  const left = box.x + PEN;
  return {
    kind: 'strokes',
    lineWidth: PEN,
    alt: '签名',
    strokes: strokes
      .filter((stroke) => stroke.length >= 2)
      .map((stroke) =>
        stroke.map((value, at) =>
          at % 2 === 0 ? left + (value - bounds.x) * scale : top + (value - bounds.y) * scale,
        ),
      ),
  };
}

function boundsOf(strokes: Signature['strokes']): Box | null {
  const xs = strokes.flatMap((stroke) => stroke.filter((_, at) => at % 2 === 0));
  const ys = strokes.flatMap((stroke) => stroke.filter((_, at) => at % 2 === 1));
  if (xs.length === 0 || ys.length === 0) return null;
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
  const [x, y] = [least(xs), least(ys)];
  return { x, y, width: most(xs) - x, height: most(ys) - y };
}
