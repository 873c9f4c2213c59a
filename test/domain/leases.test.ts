import { expect, test } from 'vitest';
import { lapseOf } from '../../src/domain/lease-lapse.ts';
import { isLow, leaseSize, officeDay } from '../../src/domain/lease-size.ts';

const NOW = Date.parse('2026-10-12T02:00:00Z');

test('a device of which no use is known holds ten numbers', () => {
  expect(leaseSize([])).toBe(10);
});

test('a device holds twice what its busiest day took, and two more', () => {
  expect(leaseSize([3, 8, 5])).toBe(18);
});

test('no device holds fewer than four for its use, or more than forty', () => {
  expect([1, 19, 500].map((busiest) => leaseSize([busiest]))).toEqual([4, 40, 40]);
});

test('days are those of the office: at four in the afternoon in Greenwich its next one begins', () => {
  const midnight = Date.parse('2026-10-11T16:00:00Z');
  expect(officeDay(midnight) - officeDay(midnight - 1)).toBe(1);
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
