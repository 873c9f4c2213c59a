import { expect, test } from 'vitest';
import { auditYear, countStates, type RegisterLine, sayRanges } from '../../src/domain/register.ts';

const AGENCY = '榆文明督';
const line = (seq: number, change: Partial<RegisterLine> = {}): RegisterLine => ({
  agency: AGENCY,
  year: 2026,
  seq,
  state: 'used',
  holder: '督查员一',
  noticeId: `n${seq}`,
  reason: '',
  ...change,
});
const faults = (lines: readonly RegisterLine[], next: number) =>
  auditYear(lines, [{ agency: AGENCY, next }]).map((one) => one.unexplained);

test('a register in which every number has its whereabouts has nothing to explain', () => {
  const lines = [
    line(1),
    line(2, { state: 'leased', noticeId: '' }),
    line(3, { state: 'voided', noticeId: '', reason: '签发未被接受' }),
    line(4, { state: 'recalled', noticeId: '', reason: '平板遗失' }),
  ];
  expect(faults(lines, 5)).toEqual([[]]);
  expect(countStates(lines)).toEqual({ used: 1, leased: 1, voided: 1, recalled: 1 });
});

test('a gap is named, also one at the beginning and one at the end', () => {
  expect(faults([line(2), line(3), line(5)], 8)).toEqual([[1, 4, 6, 7]]);
});

test('a number that stands there twice, or has not left its series, is named', () => {
  expect(faults([line(1), line(2), line(2), line(3)], 3)).toEqual([[2, 3]]);
});

test('a number without its reason is named: used for nothing, lent to nobody, void for no reason', () => {
  const lines = [
    line(1, { noticeId: '' }),
    line(2, { state: 'leased', holder: '' }),
    line(3, { state: 'voided' }),
    line(4, { state: 'recalled' }),
  ];
  expect(faults(lines, 5)).toEqual([[1, 2, 3, 4]]);
});

test('each agency code has a series of its own, and one that is known nowhere is named', () => {
  const lines = [line(1), line(1, { agency: '榆督' }), line(1, { agency: '旧' })];
  const audits = auditYear(lines, [
    { agency: AGENCY, next: 2 },
    { agency: '榆督', next: 3 },
  ]);
  expect(audits.map(({ agency, unexplained }) => [agency, unexplained])).toEqual([
    [AGENCY, []],
    ['榆督', [2]],
    ['旧', [1]],
  ]);
});

test('numbers that follow one another are said as a range', () => {
  expect(sayRanges([3, 7, 8, 9, 12])).toBe('3、7–9、12');
  expect(sayRanges([])).toBe('');
});
