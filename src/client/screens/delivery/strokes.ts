/**
 * Handwriting between the field that it is written in and the vectors that are kept.
 * Pure: what was written is never smoothed into something else, only thinned by what no eye sees.
 */
import {
  MAX_COORDINATES,
  MAX_IN_ALL,
  MAX_SIDE,
  MAX_STROKES,
} from '../../../protocol/rows/delivery.ts';
import type { Signature } from '../../../protocol/rows/index.ts';

export interface InkPoint {
  readonly x: number;
  readonly y: number;
}

export type Ink = readonly (readonly InkPoint[])[];

/** Kept points to a CSS pixel: a pen is finer than a finger. */
const FINENESS = 2;

/** @param field its size in CSS px. Null where nothing is written. */
export function signatureOf(
  ink: Ink,
  field: { readonly width: number; readonly height: number },
): Signature | null {
  const scale = Math.min(FINENESS, MAX_SIDE / Math.max(field.width, field.height, 1));
  const width = Math.max(1, Math.round(field.width * scale));
  const height = Math.max(1, Math.round(field.height * scale));
  let fine: Ink = ink
    .filter((stroke) => stroke.length > 0)
    // More are no signature; the field shows what is kept.
    .slice(0, MAX_STROKES)
    .map((stroke) =>
      stroke.map(({ x, y }) => ({ x: within(x * scale, width), y: within(y * scale, height) })),
    );
  if (fine.length === 0) return null;
  for (let tolerance = 1; ; tolerance *= 2) {
    // From what the last pass has left: a scribble is not gone through whole again and again.
    const coarser = fine.map((stroke) => thinned(stroke, tolerance));
    const strokes = coarser.map((stroke) => stroke.flatMap(({ x, y }) => [x, y]));
    fine = coarser;
    const fits = strokes.every(({ length }) => length <= MAX_COORDINATES);
    if (fits && strokes.flat().length <= MAX_IN_ALL) return { width, height, strokes };
  }
}

/** As large as the field allows, not distorted: it may be turned or of another device. */
export function inkOf(
  signature: Signature,
  field: { readonly width: number; readonly height: number },
): Ink {
  const scale = Math.min(field.width / signature.width, field.height / signature.height);
  return signature.strokes.map((stroke) => pointsOf(stroke, scale));
}

/** The strokes as one SVG path in the units of the signature; a dot is a line of no length. */
export function pathOf({ strokes }: Signature): string {
  return strokes
    .map((stroke) => {
      const points = pointsOf(stroke, 1).map(({ x, y }) => `${x} ${y}`);
      const [first = ''] = points;
      return `M${points.length > 1 ? points.join('L') : `${first}L${first}`}`;
    })
    .join('');
}

function pointsOf(stroke: readonly number[], scale: number): InkPoint[] {
  return stroke.flatMap((x, at) => {
    const y = stroke[at + 1];
    return at % 2 === 1 || y === undefined ? [] : [{ x: x * scale, y: y * scale }];
  });
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(0, Math.round(value)));
}

/** Douglas and Peucker's: no point that is left out was farther than the tolerance from what stays. */
function thinned(points: readonly InkPoint[], tolerance: number): readonly InkPoint[] {
  const last = points.length - 1;
  const keep = new Set([0, last]);
  const open: [number, number][] = [[0, last]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    const far = farthest(points, from, to);
    if (far.distance <= tolerance) continue;
    keep.add(far.at);
    open.push([from, far.at], [far.at, to]);
  }
  return points.filter((_, at) => keep.has(at));
}

function farthest(
  points: readonly InkPoint[],
  from: number,
  to: number,
): { readonly at: number; readonly distance: number } {
  let at = from;
  let distance = -1;
  for (let nth = from + 1; nth < to; nth += 1) {
    const off = distanceTo(points[nth], points[from], points[to]);
    if (off > distance) {
      at = nth;
      distance = off;
    }
  }
  return { at, distance };
}

/** From a point to the stretch between two others. */
function distanceTo(
  point: InkPoint | undefined,
  from: InkPoint | undefined,
  to: InkPoint | undefined,
): number {
  if (!point || !from || !to) return 0;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - part * dx, point.y - from.y - part * dy);
}
