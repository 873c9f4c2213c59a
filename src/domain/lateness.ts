/**
 * 临期, 超期 and 二次超期: derived from the deadline while the unit owes an answer,
 * never stored. 临期 counts working days by the office's calendar; where a year
 * is not loaded its days are counted one by one and the year is named.
 */
import { sayYearMissing, type WorkCalendar } from './calendar.ts';
import { addDays, type CivilDate, civilDateOf, daysBetween, instantOf, yearOf } from './civil.ts';
import { type FindingState, owesAnswer } from './finding-life.ts';

/** 临期 begins this many working days ahead unless the office says otherwise. */
export const SOON_DAYS = 3;

/** What lateness is reckoned of; an extension that was granted has moved `dueAt` itself. */
export interface Due {
  readonly state: FindingState;
  readonly dueAt: number | null;
  /** The last 催办 or 督办, and the deadline that it set. */
  readonly urge?: { readonly dueAt: number | null } | null | undefined;
}

/** By what it is reckoned: the instant (ms), the office's calendar and its 临期 in working days. */
export interface Reckoning {
  readonly now: number;
  readonly calendar: WorkCalendar;
  readonly soonDays: number;
}

export type Lateness =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'soon';
      /** Days of the calendar; 0 on the last one. */
      readonly daysLeft: number;
      readonly workdaysLeft: number;
    }
  | {
      readonly kind: 'overdue';
      /** Days of the calendar, at least 1. */
      readonly days: number;
      /** 二次超期: the deadline that a 催办 set has passed as well. */
      readonly twice: boolean;
    };

export function latenessOf(due: Due, reckoning: Reckoning): Lateness {
  const { now, calendar, soonDays } = reckoning;
  const { dueAt } = due;
  if (dueAt === null || !owesAnswer(due.state)) return { kind: 'none' };
  const today = civilDateOf(now);
  const last = civilDateOf(dueAt);
  if (now > dueAt) {
    const days = Math.max(1, daysBetween(last, today));
    return { kind: 'overdue', days, twice: isTwiceOverdue(due, now) };
  }
  if (dueAt >= soonUntil(reckoning).before) return { kind: 'none' };
  const { workdays } = workdaysBetween(today, last, calendar, soonDays);
  return { kind: 'soon', daysLeft: daysBetween(today, last), workdaysLeft: workdays };
}

/** Past due with an answer owed. */
export function isOverdue({ state, dueAt }: Due, now: number): boolean {
  return dueAt !== null && owesAnswer(state) && now > dueAt;
}

/** A deadline that a later one has replaced (an extension, a return) counts no more. */
export function isTwiceOverdue(due: Due, now: number): boolean {
  const again = due.urge?.dueAt ?? null;
  if (due.dueAt === null || again === null) return false;
  return isOverdue(due, now) && again >= due.dueAt && now > again;
}

export interface SoonUntil {
  /** What is due before this instant (and still to come) is 临期. */
  readonly before: number;
  /** The first year on the way whose days off are not loaded; null where all are. */
  readonly missingYear: number | null;
}

/** Where 临期 ends: with the last day that has at most `soonDays` working days before and on it. */
export function soonUntil({ now, calendar, soonDays }: Reckoning): SoonUntil {
  const today = civilDateOf(now);
  // No run of days off is longer than this; an office that works on no day has no 临期 to count.
  const end = addDays(today, soonDays + 60);
  const { day, missingYear } = workdaysBetween(today, end, calendar, soonDays);
  return { before: instantOf(day, 0), missingYear };
}

/** Said beside every count of 临期 that a missing year has touched; empty otherwise. */
export function saySoonGap({ missingYear }: Pick<SoonUntil, 'missingYear'>): string {
  return missingYear === null ? '' : `${sayYearMissing(missingYear)}，临期按自然日计`;
}

interface Counted {
  readonly workdays: number;
  /** The first day that would exceed `most`, or the one after `to`. */
  readonly day: CivilDate;
  readonly missingYear: number | null;
}

/** Working days after `from`, up to and with `to`, and no more than `most`. */
function workdaysBetween(
  from: CivilDate,
  to: CivilDate,
  calendar: WorkCalendar,
  most: number,
): Counted {
  let workdays = 0;
  let missingYear: number | null = null;
  let day = addDays(from, 1);
  for (; day <= to; day = addDays(day, 1)) {
    const kind = calendar.kindOf(day);
    if (kind === 'unknown') missingYear ??= yearOf(day);
    if (kind === 'off') continue;
    if (workdays === most) break;
    workdays += 1;
  }
  return { workdays, day, missingYear };
}
