import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workCalendar } from '../../src/domain/calendar.ts';
import { addDays, civilDateOf, instantOf, sayDateHour } from '../../src/domain/civil.ts';
import { type DeadlineChoice, deadlineOf, presetFor } from '../../src/domain/deadline.ts';
import { calendar2023 } from '../support/calendar-2023.ts';

const CLOSE = 18;
const days = (count: number): DeadlineChoice => ({ kind: 'days', days: count });

/** The deadline as the notice prints it, or why there is none. */
function due(choice: DeadlineChoice, issuedAt: number, calendar = calendar2023): string {
  const result = deadlineOf(choice, issuedAt, calendar, CLOSE);
  if (result.ok) return sayDateHour(result.dueAt);
  return result.reason === 'year-not-loaded' ? `${result.reason} ${result.year}` : result.reason;
}

describe('counted days', () => {
  test('the day of issue does not count, and the result is a date and an hour', () => {
    expect(due(days(3), instantOf('2023-11-07', 10))).toBe('2023年11月10日18时');
  });

  test('issued a minute before midnight or at opening, the same day of issue does not count', () => {
    const night = instantOf('2023-11-07', 24) - 60_000;
    expect(due(days(3), night)).toBe(due(days(3), instantOf('2023-11-07', 8)));
  });

  test('the day of issue is the office’s, not the machine’s', () => {
    expect(new Date(0).getTimezoneOffset()).not.toBe(-480);
    // 01:00 on the 7th in the office is still the 6th in Greenwich and in this test's zone.
    expect(due(days(3), Date.parse('2023-11-06T17:00:00Z'))).toBe('2023年11月10日18时');
  });

  test('a last day on a weekend moves to the next working day', () => {
    expect(due(days(3), instantOf('2023-11-08', 10))).toBe('2023年11月13日18时');
  });

  test('a last day in a holiday moves past it, to a worked Saturday where there is one', () => {
    expect(due(days(3), instantOf('2023-09-28', 10))).toBe('2023年10月7日18时');
  });

  test('a make-up working Sunday is a working day', () => {
    expect(due(days(3), instantOf('2023-10-05', 10))).toBe('2023年10月8日18时');
  });

  test('it says by how many days it moved', () => {
    const result = deadlineOf(days(3), instantOf('2023-11-08', 10), calendar2023, CLOSE);
    expect(result).toMatchObject({ ok: true, movedDays: 2 });
  });

  test('a year that is not loaded is said, never guessed', () => {
    expect(due(days(15), instantOf('2023-12-28', 10))).toBe('year-not-loaded 2024');
    // The last day of 2023 is a Sunday: the next working day lies in an unknown year.
    expect(due(days(3), instantOf('2023-12-28', 10))).toBe('year-not-loaded 2024');
    expect(due(days(3), instantOf('2023-11-07', 10), workCalendar([]))).toBe(
      'year-not-loaded 2023',
    );
  });

  test('always ends on a working day at closing, at or after the counted day', () => {
    const minute = 60_000;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 340 * 24 * 60 }),
        fc.integer({ min: 1, max: 15 }),
        (minutes, count) => {
          const issuedAt = instantOf('2023-01-01', 0) + minutes * minute;
          const result = deadlineOf(days(count), issuedAt, calendar2023, CLOSE);
          if (!result.ok) return;
          const last = civilDateOf(result.dueAt);
          expect(calendar2023.kindOf(last)).toBe('work');
          expect(result.dueAt).toBe(instantOf(last, CLOSE));
          expect(last).toBe(addDays(civilDateOf(issuedAt), count + result.movedDays));
          for (let step = 0; step < result.movedDays; step += 1) {
            expect(calendar2023.kindOf(addDays(civilDateOf(issuedAt), count + step))).toBe('off');
          }
        },
      ),
    );
  });
});

describe('立行立改', () => {
  const immediate: DeadlineChoice = { kind: 'immediate' };

  test('is 24 hours, rounded up to the hour: nobody gets less', () => {
    expect(due(immediate, instantOf('2023-11-07', 10) + 42 * 60_000)).toBe('2023年11月8日11时');
    expect(due(immediate, instantOf('2023-11-07', 10))).toBe('2023年11月8日10时');
  });

  test('runs through days off and needs no calendar', () => {
    expect(due(immediate, instantOf('2023-09-30', 9), workCalendar([]))).toBe('2023年10月1日9时');
  });
});

describe('a chosen date', () => {
  test('ends at closing on that very day, a day off too', () => {
    expect(due({ kind: 'date', date: '2023-11-12' }, instantOf('2023-11-07', 10))).toBe(
      '2023年11月12日18时',
    );
  });

  test('may be today until closing, and not after', () => {
    const today: DeadlineChoice = { kind: 'date', date: '2023-11-07' };
    expect(due(today, instantOf('2023-11-07', 17))).toBe('2023年11月7日18时');
    expect(due(today, instantOf('2023-11-07', 18))).toBe('date-passed');
    expect(due({ kind: 'date', date: '2023-11-06' }, instantOf('2023-11-07', 9))).toBe(
      'date-passed',
    );
  });
});

test.each([
  [{ weight: 1, bottomLine: true }, { kind: 'immediate' }],
  [
    { weight: 5, bottomLine: false },
    { kind: 'days', days: 3 },
  ],
  [
    { weight: 3, bottomLine: false },
    { kind: 'days', days: 7 },
  ],
  [
    { weight: 1, bottomLine: false },
    { kind: 'days', days: 15 },
  ],
])('the preset of %j is %j', (item, preset) => {
  expect(presetFor(item)).toEqual(preset);
});
