/** Handwriting: what is written is what is kept, thinned by no more than what no eye sees. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inkOf, pathOf, signatureOf } from '../../src/client/screens/delivery/strokes.ts';
import { MAX_IN_ALL, Signature } from '../../src/protocol/rows/delivery.ts';

const FIELD = { width: 900, height: 300 };
const point = fc.record({
  x: fc.double({ min: -40, max: 940, noNaN: true }),
  y: fc.double({ min: -40, max: 340, noNaN: true }),
});
const ink = fc.array(fc.array(point, { minLength: 1, maxLength: 60 }), {
  minLength: 1,
  maxLength: 12,
});

test('nothing written is no signature', () => {
  expect(signatureOf([], FIELD)).toBeNull();
  expect(signatureOf([[]], FIELD)).toBeNull();
});

test('whatever is written, also beyond the field’s edge, the office takes it', () => {
  fc.assert(
    fc.property(ink, (strokes) => {
      expect(Signature.safeParse(signatureOf(strokes, FIELD)).success).toBe(true);
    }),
  );
});

test('a stroke keeps its ends, and every point of it lies within a pixel of what is kept', () => {
  fc.assert(
    fc.property(ink, (strokes) => {
      const inside = strokes.map((stroke) =>
        stroke.map(({ x, y }) => ({
          x: Math.min(FIELD.width, Math.max(0, x)),
          y: Math.min(FIELD.height, Math.max(0, y)),
        })),
      );
      const kept = signatureOf(inside, FIELD);
      const back = kept ? inkOf(kept, FIELD) : [];
      expect(back).toHaveLength(inside.length);
      for (const [nth, stroke] of inside.entries()) {
        for (const one of stroke) expect(distanceToLine(one, back[nth] ?? [])).toBeLessThan(1);
        for (const end of [0, -1]) {
          const [was, is] = [stroke.at(end), back[nth]?.at(end)];
          expect(
            Math.hypot((was?.x ?? 0) - (is?.x ?? 99), (was?.y ?? 0) - (is?.y ?? 99)),
          ).toBeLessThan(0.5);
        }
      }
    }),
  );
});

test('a straight line of a thousand points is kept as its two ends', () => {
  const line = Array.from({ length: 1000 }, (_, nth) => ({ x: nth * 0.5, y: nth * 0.25 }));
  expect(signatureOf([line], FIELD)?.strokes).toEqual([[0, 0, 999, 500]]);
});

test('a scribble of hours still fits, coarser', () => {
  const scribble = Array.from({ length: 60 }, (_, nth) =>
    Array.from({ length: 1500 }, (_point, at) => ({
      x: 450 + 440 * Math.sin(at * 1.7 + nth),
      y: 150 + 140 * Math.cos(at * 2.3 + nth),
    })),
  );
  const kept = signatureOf(scribble, FIELD);
  expect(Signature.safeParse(kept).success).toBe(true);
  expect(kept?.strokes.flat().length).toBeLessThanOrEqual(MAX_IN_ALL);
});

describe('drawn again', () => {
  const kept = {
    width: 1800,
    height: 600,
    strokes: [
      [0, 0, 1800, 600],
      [900, 300],
    ],
  };

  test('in a field of another shape it is as large as fits, and not distorted', () => {
    expect(inkOf(kept, { width: 300, height: 500 })).toEqual([
      [
        { x: 0, y: 0 },
        { x: 300, y: 100 },
      ],
      [{ x: 150, y: 50 }],
    ]);
  });

  test('written on in a turned field, it keeps its proportions', () => {
    const narrow = { width: 300, height: 500 };
    const turned = signatureOf(inkOf(kept, narrow), narrow) ?? kept;
    const [end = { x: 0, y: 1 }] = inkOf(turned, FIELD)[0]?.slice(-1) ?? [];
    expect(end.x / end.y).toBeCloseTo(3, 5);
  });

  test('as a path, a dot is seen, too', () => {
    expect(pathOf(kept)).toBe('M0 0L1800 600M900 300L900 300');
  });
});

function distanceToLine(
  point: { x: number; y: number },
  line: readonly { x: number; y: number }[],
): number {
  const [first] = line;
  if (!first) return Number.POSITIVE_INFINITY;
  let least = Math.hypot(point.x - first.x, point.y - first.y);
  for (const [nth, to] of line.entries()) {
    const from = line[nth - 1];
    if (!from) continue;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
    const part = Math.min(1, Math.max(0, along));
    least = Math.min(least, Math.hypot(point.x - from.x - part * dx, point.y - from.y - part * dy));
  }
  return least;
}
