/** What screens show of a deadline: the strip of days. */
import { expect, test } from 'vitest';
import { instantOf, weekdayName } from '../../src/domain/civil.ts';
import { deadlineStrip } from '../../src/domain/deadline.ts';
import { calendar2023 } from '../support/calendar-2023.ts';

test('the strip shows which days were counted, and why the last one moved', () => {
  const strip = deadlineStrip(
    instantOf('2023-11-13', 18),
    instantOf('2023-11-08', 10),
    calendar2023,
  );
  const lines = strip.map((day) => `${day.date} ${weekdayName(day.date)} ${day.role} ${day.nth}`);
  expect(`\n${lines.join('\n')}\n`).toMatchInlineSnapshot(`
    "
    2023-11-08 周三 issue 0
    2023-11-09 周四 counted 1
    2023-11-10 周五 counted 2
    2023-11-11 周六 off 3
    2023-11-12 周日 off 4
    2023-11-13 周一 due 5
    2023-11-14 周二 after 0
    "
  `);
});

test('the strip never ends before the due day', () => {
  const strip = deadlineStrip(
    instantOf('2023-11-30', 18),
    instantOf('2023-11-08', 10),
    calendar2023,
  );
  expect(strip.at(-1)).toMatchObject({ date: '2023-11-30', role: 'due' });
});

test('a day of a year that is not loaded is shown as unknown, not as worked', () => {
  const strip = deadlineStrip(
    instantOf('2024-01-05', 18),
    instantOf('2023-12-29', 10),
    calendar2023,
  );
  expect(strip.find((day) => day.date === '2024-01-02')?.role).toBe('unknown');
});
