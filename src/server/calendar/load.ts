/**
 * Days off as published. A year counts as published only where its National Day
 * is in the data: a neighbour's days that reach into a year do not make it known.
 */
import { createRequire } from 'node:module';
import * as z from 'zod/mini';
import { weekdayOf } from '../../domain/civil.ts';
import type { CalendarRow } from '../../protocol/rows/index.ts';
import type { Db } from '../store/database.ts';
import { takeVersions } from '../store/office-lock.ts';
import type { Rows } from '../store/rows.ts';

const Published = z.object({
  holidays: z.record(z.string(), z.string()),
  workdays: z.record(z.string(), z.string()),
});

/** Every year that the installed data truly has. */
export function publishedYears(): CalendarRow[] {
  // Its functions go by the machine's time zone; its data does not.
  const require = createRequire(import.meta.url);
  const data = Published.parse(require('chinese-days/dist/chinese-days.json'));
  const holidays = Object.keys(data.holidays).sort();
  const workdays = Object.keys(data.workdays).sort();
  return [...new Set(holidays.map((day) => day.slice(0, 4)))]
    .filter((year) => holidays.includes(`${year}-10-01`))
    .map((year) => ({
      id: year,
      holidays: holidays.filter((day) => day.startsWith(year) && isWeekday(day)),
      workdays: workdays.filter((day) => day.startsWith(year)),
    }));
}

/** Adds the years that the office lacks; what it has stays as it is. Answers the version, or null. */
export async function loadCalendar(tx: Db, rows: Rows): Promise<number | null> {
  const known = new Set((await rows.all(tx, 'calendar')).map(({ row }) => row.id));
  const missing = publishedYears().filter((year) => !known.has(year.id));
  if (missing.length === 0) return null;
  const version = await takeVersions(tx, rows.officeId);
  await rows.write(
    tx,
    'calendar',
    missing.map((row) => ({ row, shownTo: '' })),
    version,
  );
  return version;
}

function isWeekday(day: string): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6;
}
