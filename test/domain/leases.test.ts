import { expect, test } from 'vitest';
import { lapseOf } from '../../src/domain/lease-lapse.ts';
import { isLow, leaseSize } from '../../src/domain/lease-size.ts';

const NOW = Date.parse('2026-10-12T02:00:00Z');
const DAY = 86_400_000;

/** So many uses on a day that many days ago. */
const use = (count: number, ago: number) => Array.from({ length: count }, () => NOW - ago * DAY);

test('a device of which no use is known holds ten numbers', () => {
  expect(leaseSize([], NOW)).toBe(10);
  expect(leaseSize(use(30, 30), NOW)).toBe(10);
});

test('a device holds twice what its busiest day of the last thirty took, and two more', () => {
  expect(leaseSize([...use(3, 1), ...use(8, 29), ...use(5, 0)], NOW)).toBe(18);
});

test('no device holds fewer than four for its use, or more than forty', () => {
  expect(leaseSize(use(1, 2), NOW)).toBe(4);
  expect(leaseSize(use(19, 2), NOW)).toBe(40);
  expect(leaseSize(use(500, 2), NOW)).toBe(40);
});

test('days are those of the office: late at night there is not yet the next day', () => {
  const before = Date.parse('2026-10-11T15:59:00Z');
  expect(leaseSize([before, before + 120_000], NOW)).toBe(4);
});

test('a device is topped up when fewer than half are left', () => {
  expect([4, 5, 6].map((left) => isLow(left, 10))).toEqual([true, false, false]);
  expect([2, 3].map((left) => isLow(left, 5))).toEqual([true, false]);
});

const LENT = { agency: '榆文明督', year: 2026 };
const OFFICE = { agency: '榆文明督', numbering: 'segments' } as const;

test('a lent number lapses three days after its year, by the clock of the office', () => {
  expect(lapseOf(LENT, OFFICE, Date.parse('2027-01-03T15:59:59.999Z'))).toBeNull();
  expect(lapseOf(LENT, OFFICE, Date.parse('2027-01-03T16:00:00Z'))).toBe('year');
});

test('a lent number lapses under 统一编号, and with its 机关代字', () => {
  expect(lapseOf(LENT, OFFICE, NOW)).toBeNull();
  expect(lapseOf(LENT, { ...OFFICE, numbering: 'central' }, NOW)).toBe('central');
  expect(lapseOf(LENT, { ...OFFICE, agency: '榆督' }, NOW)).toBe('agency');
});
