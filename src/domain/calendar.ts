/**
 * Working days. The State Council publishes each year's holidays and make-up
 * working days (调休) the autumn before; a year that is not loaded must say so
 * and is never guessed from the weekdays.
 */
import { type CivilDate, weekdayOf, yearOf } from './civil.ts';

export interface CalendarYear {
  readonly year: number;
  /** Statutory days off, weekends not repeated. */
  readonly holidays: readonly CivilDate[];
  /** Weekend days that are worked (调休上班). */
  readonly workdays: readonly CivilDate[];
}

export type DayKind = 'work' | 'off' | 'unknown';

/** Looks a day up; `unknown` where its year is not loaded. */
export interface WorkCalendar {
  kindOf(date: CivilDate): DayKind;
}

export function workCalendar(years: readonly CalendarYear[]): WorkCalendar {
  const byYear = new Map(
    years.map((year) => [
      year.year,
      { holidays: new Set(year.holidays), workdays: new Set(year.workdays) },
    ]),
  );
  return {
    kindOf(date) {
      const year = byYear.get(yearOf(date));
      if (!year) return 'unknown';
      if (year.holidays.has(date)) return 'off';
      if (year.workdays.has(date)) return 'work';
      const weekday = weekdayOf(date);
      return weekday === 0 || weekday === 6 ? 'off' : 'work';
    },
  };
}

export function sayYearMissing(year: number): string {
  return `${year}年放假安排未载入`;
}
