/** 临期 in working days, 超期 from the minute after, 二次超期 by the deadline that a 催办 set. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workCalendar } from '../../src/domain/calendar.ts';
import { addDays, instantOf } from '../../src/domain/civil.ts';
import { FINDING_STATES, owesAnswer } from '../../src/domain/finding-life.ts';
import {
  type Due,
  isOverdue,
  isTwiceOverdue,
  latenessOf,
  saySoonGap,
  soonUntil,
} from '../../src/domain/lateness.ts';
import { calendar2023 } from '../support/calendar-2023.ts';

const at = (date: string, hour = 9) => ({
  now: instantOf(date, hour),
  calendar: calendar2023,
  soonDays: 3,
});
const due = (date: string | null, over: Partial<Due> = {}): Due => ({
  state: 'assigned',
  dueAt: date === null ? null : instantOf(date, 18),
  ...over,
});
const soon = (daysLeft: number, workdaysLeft: number) => ({ kind: 'soon', daysLeft, workdaysLeft });
const overdue = (days: number) => ({ kind: 'overdue', days, twice: false });

test.each([
  ['without a deadline', null, '2023-11-07', 9, { kind: 'none' }],
  ['far off', '2023-11-20', '2023-11-07', 9, { kind: 'none' }],
  ['three working days before', '2023-11-10', '2023-11-07', 9, soon(3, 3)],
  ['four working days before', '2023-11-13', '2023-11-07', 9, { kind: 'none' }],
  ['over a weekend', '2023-11-14', '2023-11-09', 9, soon(5, 3)],
  [
    'over the holiday week, whose make-up days are worked',
    '2023-10-09',
    '2023-09-28',
    9,
    soon(11, 3),
  ],
  ['one more after the holiday week', '2023-10-10', '2023-09-28', 9, { kind: 'none' }],
  ['on a day off within reach', '2023-11-12', '2023-11-10', 9, soon(2, 0)],
  ['on the day, before closing', '2023-11-10', '2023-11-10', 18, soon(0, 0)],
  ['on the day, after closing', '2023-11-10', '2023-11-10', 19, overdue(1)],
  ['two days after', '2023-11-10', '2023-11-12', 9, overdue(2)],
] as const)('%s', (_when, day, today, hour, lateness) => {
  expect(latenessOf(due(day), at(today, hour))).toEqual(lateness);
});

test.each(FINDING_STATES)('%s is late only if an answer is owed', (state) => {
  const kind = latenessOf(due('2023-11-01', { state }), at('2023-11-07')).kind;
  expect(kind).toBe(owesAnswer(state) ? 'overdue' : 'none');
});

describe('twice overdue', () => {
  const urge = (day: string | null) => ({ dueAt: day === null ? null : instantOf(day, 18) });
  test.each([
    ['once the deadline of the 催办 has passed as well', '2023-11-03', true],
    ['not while it is still to come', '2023-11-08', false],
    ['not by a 催办 that set none', null, false],
    ['not by one that an extension has since passed', '2023-10-31', false],
  ] as const)('%s', (_when, day, twice) => {
    const finding = due('2023-11-01', { urge: urge(day) });
    expect(latenessOf(finding, at('2023-11-07'))).toMatchObject({ kind: 'overdue', twice });
  });

  test('never before the deadline itself, nor once the unit has answered', () => {
    const passed = { urge: urge('2023-11-20') };
    expect(isTwiceOverdue(due('2023-11-10', passed), instantOf('2023-11-09', 9))).toBe(false);
    const replied = due('2023-11-01', { urge: urge('2023-11-03'), state: 'replied' });
    expect(isTwiceOverdue(replied, instantOf('2023-11-07', 9))).toBe(false);
  });
});

test('where the year is not loaded its days are counted one by one, and the year is named', () => {
  const reckoning = at('2023-12-29');
  expect(latenessOf(due('2024-01-01'), reckoning)).toEqual(soon(3, 1));
  expect(latenessOf(due('2024-01-04'), reckoning)).toEqual({ kind: 'none' });
  expect(saySoonGap(soonUntil(reckoning))).toBe('2024年放假安排未载入，临期按自然日计');
  expect(saySoonGap(soonUntil(at('2023-11-07')))).toBe('');
});

test('one instant divides what is 临期 from what is not, so that a store can ask by it', () => {
  const days = fc.integer({ min: 0, max: 360 });
  fc.assert(
    fc.property(days, days, fc.nat(23), fc.nat(6), (today, last, hour, soonDays) => {
      const reckoning = {
        ...at(addDays('2023-01-01', today), hour),
        soonDays,
        calendar: workCalendar([{ year: 2023, holidays: ['2023-05-01'], workdays: [] }]),
      };
      const finding = due(addDays('2023-01-01', last));
      const dueAt = finding.dueAt ?? 0;
      const near = dueAt >= reckoning.now && dueAt < soonUntil(reckoning).before;
      expect(latenessOf(finding, reckoning).kind === 'soon').toBe(near);
      expect(isOverdue(finding, reckoning.now)).toBe(dueAt < reckoning.now);
    }),
  );
});
