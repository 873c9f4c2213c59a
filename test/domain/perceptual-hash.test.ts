/**
 * The fingerprint of a picture, measured over 11,175 pairs of 150 made streets (bits of 64):
 *   made smaller or larger, saved again as JPEG (two strengths), noise   p95 2, at most 2
 *   30 of 255 lighter or darker, contrast × 0.7                          p95 4, at most 6
 *   trimmed by 2 % of each edge                                          median 6, p95 10
 *   trimmed by 4 %                                                       median 10, p95 18
 *   two different streets                                                at least 18, p1 22, median 32
 * A difference hash of the same length (dHash, 9 × 8) overlaps: noise p95 24, different at least 11.
 * So 10 bits tell them apart; a heavier trim goes unseen rather than accuse anybody.
 */
import { describe, expect, test } from 'vitest';
import { bitsApart, greyOf, NEAR_BITS, perceptualHash } from '../../src/domain/perceptual-hash.ts';
import * as made from '../support/pictures.ts';

const STREETS = Array.from({ length: 40 }, (_, nth) => made.street(nth + 1, 160, 120));
const HASHES = STREETS.map(perceptualHash);

/** Bits between a street and what became of it, in order. */
function apart(change: (street: made.Picture) => made.Picture): readonly number[] {
  const bits = STREETS.map((street, nth) =>
    bitsApart(HASHES[nth] ?? '', perceptualHash(change(street))),
  );
  return bits.sort((a, b) => a - b);
}

const at = (bits: readonly number[], share: number) =>
  bits[Math.min(bits.length - 1, Math.floor(bits.length * share))];

describe('a picture is known again', () => {
  test.each([
    ['made smaller', (from: made.Picture) => made.resized(from, 80, 60)],
    ['made larger', (from: made.Picture) => made.resized(from, 400, 300)],
    ['saved again', (from: made.Picture) => made.recompressed(from, 8)],
    ['saved again badly', (from: made.Picture) => made.recompressed(from, 20)],
    ['lightened', (from: made.Picture) => made.lightened(from, 30)],
    ['darkened', (from: made.Picture) => made.lightened(from, -30)],
    ['paler', (from: made.Picture) => made.lightened(from, 0, 0.7)],
    ['noisy', (from: made.Picture) => made.noisy(from, 20, 3)],
  ])('%s, always', (_how, change) => {
    expect(at(apart(change), 1)).toBeLessThanOrEqual(NEAR_BITS - 2);
  });

  test('slightly trimmed, in nine of ten', () => {
    expect(
      at(
        apart((from) => made.cropped(from, 0.02)),
        0.9,
      ),
    ).toBeLessThanOrEqual(NEAR_BITS);
  });
});

test('two different pictures are never taken for one', () => {
  const bits = HASHES.flatMap((hash, nth) =>
    HASHES.slice(0, nth).map((one) => bitsApart(hash, one)),
  );
  expect(bits).toHaveLength(780);
  expect(Math.min(...bits)).toBeGreaterThan(NEAR_BITS + 4);
});

test('a lens cap, the night and an empty picture have no fingerprint', () => {
  const dark = { width: 64, height: 48, grey: new Float64Array(64 * 48).fill(3) };
  expect(perceptualHash(dark)).toBe('');
  expect(perceptualHash(made.noisy({ ...dark }, 3, 1))).toBe('');
  expect(perceptualHash({ width: 0, height: 0, grey: [] })).toBe('');
});

test('a fingerprint is 16 hex digits, and the same on every machine', () => {
  expect(HASHES.every((hash) => /^[0-9a-f]{16}$/.test(hash))).toBe(true);
  expect(HASHES.slice(0, 3)).toMatchInlineSnapshot(`
    [
      "948e4d1a678bad71",
      "3e62a687f3b9c0a1",
      "bb6e590d511ce670",
    ]
  `);
});

test('bits are counted to the last', () => {
  expect(bitsApart('0000000000000000', 'ffffffffffffffff')).toBe(64);
  expect(bitsApart('8000000000000001', '0000000000000000')).toBe(2);
  expect(bitsApart('123456789abcdef0', '123456789abcdef0')).toBe(0);
});

test('colours weigh as the eye sees them', () => {
  const { grey } = greyOf([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255], 3, 1);
  expect([...Array.from(grey)].map(Math.round)).toEqual([76, 150, 29]);
});
