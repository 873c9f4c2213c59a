/** Metrics of fonts as data: what is packed is what is read, and a face falls back glyph by glyph. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faceMetrics } from '../../src/document/face-metrics.ts';
import { countCovered, packMetrics, readMetrics } from '../../src/document/font-metrics.ts';
import { SYSTEM_METRICS } from '../../src/document/metrics.ts';
import { FontMetrics } from '../../src/protocol/fonts.ts';

const SHAPE = { unitsPerEm: 1000, ascent: 880, descent: -120 };

function fontOf(text: string, advance = 1000) {
  return packMetrics(
    [...new Set(text)].map((char) => [char.codePointAt(0) ?? 0, advance] as const),
    SHAPE,
  );
}

describe('packed metrics', () => {
  const advances = fc.uniqueArray(
    fc.tuple(fc.integer({ min: 0, max: 0x10ffff }), fc.constantFrom(1000, 500, 530, 0)),
    { selector: ([code]) => code, maxLength: 300 },
  );

  test('say of every character what was put in, through JSON and its schema, too', () => {
    fc.assert(
      fc.property(advances, fc.array(fc.integer({ min: 0, max: 0x10ffff })), (given, others) => {
        const packed = FontMetrics.parse(JSON.parse(JSON.stringify(packMetrics(given, SHAPE))));
        const { has, advance } = readMetrics(packed);
        const known = new Map(given);
        for (const [code, width] of given) {
          if (!has(code) || advance(code) !== width / 1000) return false;
        }
        return others.every((code) => has(code) === known.has(code));
      }),
    );
  });

  test('count what they cover', () => {
    fc.assert(
      fc.property(advances, (given) => countCovered(packMetrics(given, SHAPE)) === given.length),
    );
  });

  test('of a whole block and its neighbours are exact at the edges', () => {
    const block = Array.from({ length: 256 }, (_, nth) => [0x4e00 + nth, 1000] as const);
    const metrics = packMetrics(block, SHAPE);
    expect(metrics.covers).toEqual({ '4e': '*' });
    const { has } = readMetrics(metrics);
    expect([0x4dff, 0x4e00, 0x4eff, 0x4f00].map(has)).toEqual([false, true, true, false]);
  });
});

describe('a face', () => {
  const own = { sha256: 'a'.repeat(64), metrics: fontOf('督查A', 900) };
  const box = { sha256: 'b'.repeat(64), metrics: fontOf('督查坬𬭎', 1000) };
  const metrics = faceMetrics({
    xiaobiaosong: [box],
    fangsong: [own, box],
    kaiti: [],
    heiti: [box],
    songti: [box],
  });
  const code = (char: string) => char.codePointAt(0) ?? 0;

  test('draws each character in the first of its fonts that has it', () => {
    expect([...'督A坬𬭎'].map((char) => metrics.fontOf('fangsong', code(char)))).toEqual([
      own.sha256,
      own.sha256,
      box.sha256,
      box.sha256,
    ]);
    expect([...'督坬'].map((char) => metrics.advance('fangsong', code(char)))).toEqual([0.9, 1]);
    expect(metrics.fontOf('songti', code('督'))).toBe(box.sha256);
  });

  test('without a font for a character says so, and takes the width that a system would', () => {
    expect(metrics.fontOf('fangsong', code('崄'))).toBeNull();
    expect(metrics.fontOf('kaiti', code('督'))).toBeNull();
    for (const char of '崄aé　') {
      expect(metrics.advance('kaiti', code(char))).toBe(
        SYSTEM_METRICS.advance('kaiti', code(char)),
      );
    }
  });
});
