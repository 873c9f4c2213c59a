/**
 * 整改期限. The day of issue does not count; a last day that falls on a day off
 * moves to the next working day; make-up working days are working days. The
 * result is always a date and an hour, so that nobody has to count.
 */
import type { WorkCalendar } from './calendar.ts';
import {
  addDays,
  type CivilDate,
  civilDateOf,
  civilTimeOf,
  daysBetween,
  instantOf,
  yearOf,
} from './civil.ts';

/** What the inspector chose. `immediate` is 立行立改 (24 hours, days off included). */
export type DeadlineChoice =
  | { readonly kind: 'immediate' }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'date'; readonly date: CivilDate };

export const PRESET_DAYS = [3, 7, 15] as const;

export type DeadlineResult =
  | {
      readonly ok: true;
      /** The instant (ms) by which the unit must have answered. */
      readonly dueAt: number;
      /** Days by which a day off pushed the last day back. */
      readonly movedDays: number;
    }
  | { readonly ok: false; readonly reason: 'year-not-loaded'; readonly year: number }
  | { readonly ok: false; readonly reason: 'date-passed' };

/**
 * The due instant of a choice made at `issuedAt` (ms).
 * @param closeHour the office's closing hour, e.g. 18
 */
export function deadlineOf(
  choice: DeadlineChoice,
  issuedAt: number,
  calendar: WorkCalendar,
  closeHour: number,
): DeadlineResult {
  if (choice.kind === 'immediate') {
    return { ok: true, dueAt: wholeHourAfter(issuedAt + 24 * 3_600_000), movedDays: 0 };
  }
  const issueDay = civilDateOf(issuedAt);
  if (choice.kind === 'date') {
    const dueAt = instantOf(choice.date, closeHour);
    return dueAt > issuedAt
      ? { ok: true, dueAt, movedDays: 0 }
      : { ok: false, reason: 'date-passed' };
  }
  const nominal = addDays(issueDay, choice.days);
  for (let day = nominal; ; day = addDays(day, 1)) {
    const kind = calendar.kindOf(day);
    if (kind === 'unknown') return { ok: false, reason: 'year-not-loaded', year: yearOf(day) };
    if (kind === 'work') {
      return {
        ok: true,
        dueAt: instantOf(day, closeHour),
        movedDays: daysBetween(nominal, day),
      };
    }
  }
}

/** Nobody gets less than the 24 hours: an hour that has begun is counted as not yet run. */
function wholeHourAfter(at: number): number {
  return Math.ceil(at / 3_600_000) * 3_600_000;
}

/** The preset that an item's weight suggests; the inspector may change it. */
export function presetFor(item: { weight: number; bottomLine: boolean }): DeadlineChoice {
  if (item.bottomLine) return { kind: 'immediate' };
  if (item.weight >= 5) return { kind: 'days', days: 3 };
  if (item.weight >= 3) return { kind: 'days', days: 7 };
  return { kind: 'days', days: 15 };
}

export function sayChoice(choice: DeadlineChoice): string {
  if (choice.kind === 'immediate') return '立行立改';
  if (choice.kind === 'days') return `${choice.days} 天`;
  return '选定日期';
}

/** One day of the strip under the presets. */
export interface DeadlineDay {
  readonly date: CivilDate;
  readonly role: 'issue' | 'counted' | 'off' | 'due' | 'after' | 'unknown';
  /** 1 for the first day counted; 0 where the day is not counted. */
  readonly nth: number;
}

/** The days from issue to at least a week on, ending with the due day where that is later. */
export function deadlineStrip(
  dueAt: number,
  issuedAt: number,
  calendar: WorkCalendar,
): DeadlineDay[] {
  const first = civilDateOf(issuedAt);
  const due = civilDateOf(dueAt);
  const length = Math.max(7, daysBetween(first, due) + 1);
  return Array.from({ length }, (_, nth) => {
    const date = addDays(first, nth);
    const kind = calendar.kindOf(date);
    if (date === due) return { date, role: 'due', nth };
    if (nth === 0) return { date, role: 'issue', nth: 0 };
    if (kind === 'unknown') return { date, role: 'unknown', nth: date < due ? nth : 0 };
    if (kind === 'off') return { date, role: 'off', nth: date < due ? nth : 0 };
    return date < due ? { date, role: 'counted', nth } : { date, role: 'after', nth: 0 };
  });
}

/** The hour of a due instant, e.g. 18. */
export function dueHour(dueAt: number): number {
  return civilTimeOf(dueAt).hour;
}
