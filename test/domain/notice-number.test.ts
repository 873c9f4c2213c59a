import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber, sayNumber } from '../../src/domain/notice-number.ts';

test('a number is said without leading zeros and without 第', () => {
  expect(sayNumber({ agency: '榆文明督', year: 2023, seq: 142 })).toBe('榆文明督〔2023〕142号');
});

test('whatever is said is read again as the same number', () => {
  const parts = {
    year: fc.integer({ min: 2000, max: 2999 }),
    seq: fc.integer({ min: 1, max: 999_999 }),
  };
  fc.assert(
    fc.property(fc.record(parts), ({ year, seq }) => {
      const number = { agency: '榆文明督', year, seq };
      expect(readNumber(sayNumber(number))).toEqual(number);
    }),
  );
});

test.each([
  '榆文明督[2023]142号',
  '榆文明督（2023）142',
  ' 榆文明督【2023】 第142号 ',
  '榆文明督〔２０２３〕142号',
])('is read from %s, as a keyboard has it', (text) => {
  expect(readNumber(text)).toEqual({ agency: '榆文明督', year: 2023, seq: 142 });
});

test.each([
  '',
  '142',
  '榆文明督2023-142',
  '榆文明督〔2023〕0号',
  '〔2023〕142号',
  '榆文明督〔23〕142号',
])('is not read from “%s”', (text) => {
  expect(readNumber(text)).toBeNull();
});
