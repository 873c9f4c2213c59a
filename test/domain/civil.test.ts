import { expect, test } from 'vitest';
import { sayYearMissing } from '../../src/domain/calendar.ts';
import {
  addDays,
  civilDateOf,
  daysBetween,
  instantOf,
  isCivilDate,
  sayDate,
  sayMoment,
  weekdayName,
} from '../../src/domain/civil.ts';
import { correctedTime } from '../../src/domain/clock.ts';
import { calendar2023 } from '../support/calendar-2023.ts';

test('an instant falls on the office’s date, whatever zone the machine is set to', () => {
  expect(civilDateOf(Date.parse('2023-12-31T15:59:59Z'))).toBe('2023-12-31');
  expect(civilDateOf(Date.parse('2023-12-31T16:00:00Z'))).toBe('2024-01-01');
  expect(instantOf('2024-01-01', 0)).toBe(Date.parse('2023-12-31T16:00:00Z'));
});

test('days are added over months, leap days and this zone’s clock changes', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(addDays('2023-03-11', 2)).toBe('2023-03-13');
  expect(daysBetween('2023-03-11', '2023-11-06')).toBe(240);
});

test('a date is said without leading zeros (GB/T 9704-2012)', () => {
  expect(sayDate('2023-01-07')).toBe('2023年1月7日');
  expect(sayMoment(instantOf('2023-11-07', 9) + 5 * 60_000)).toBe('11月7日 09:05');
  expect(weekdayName('2023-11-07')).toBe('周二');
});

test.each(['2023-02-29', '2023-13-01', '2023-1-1', '', '2023-11-07T00:00'])(
  '“%s” is no date',
  (text) => {
    expect(isCivilDate(text)).toBe(false);
  },
);

test('days off, worked weekends and unknown years are told apart', () => {
  expect(calendar2023.kindOf('2023-10-01')).toBe('off');
  expect(calendar2023.kindOf('2023-10-07')).toBe('work');
  expect(calendar2023.kindOf('2023-11-11')).toBe('off');
  expect(calendar2023.kindOf('2023-11-10')).toBe('work');
  expect(calendar2023.kindOf('2028-03-01')).toBe('unknown');
  expect(sayYearMissing(2028)).toBe('2028年放假安排未载入');
});

test('a deed’s time is the device’s plus its offset, and never in the server’s future', () => {
  expect(correctedTime(1_000, 500)).toBe(1_500);
  expect(correctedTime(1_000, -400, 2_000)).toBe(600);
  expect(correctedTime(1_000, 5_000, 2_000)).toBe(2_000);
});
