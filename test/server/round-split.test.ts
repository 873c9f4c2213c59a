import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePoints } from '../../src/server/imports/points.ts';
import { splitByStreet } from '../../src/server/rounds/split.ts';

const bytes = readFileSync('src/server/sample/city/points-key.tsv');
const anything = { has: () => true };
const { rows } = parsePoints(bytes, { units: anything, categories: anything });
const streetOf = (id: string) => rows.find((point) => point.id === id)?.streetId;

test.each([1, 2, 3, 4, 5])(
  '%i groups walk all points, each street whole, in nearly equal numbers',
  (groups) => {
    const parts = splitByStreet(rows, groups);
    expect(parts).toHaveLength(groups);
    expect(parts.flat().toSorted()).toEqual(rows.map((point) => point.id).toSorted());
    const streets = parts.map((part) => new Set(part.map(streetOf)));
    expect(streets.reduce((sum, some) => sum + some.size, 0)).toBe(14);
    const mean = 433 / groups;
    for (const part of parts) expect(Math.abs(part.length - mean) / mean).toBeLessThan(0.25);
  },
);

test('three groups differ by less than the smallest street holds', () => {
  const sizes = splitByStreet(rows, 3).map((part) => part.length);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(27);
});

test('with more groups than streets the last groups walk none', () => {
  const parts = splitByStreet(rows, 20);
  expect(parts).toHaveLength(20);
  expect(parts.flat()).toHaveLength(433);
  expect(splitByStreet([], 3)).toEqual([[], [], []]);
});
