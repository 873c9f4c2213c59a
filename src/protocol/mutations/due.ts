/** A deadline that the office sets anew, by the office's calendar and closing hour. */

import { sayYearMissing, workCalendar } from '../../domain/calendar.ts';
import { type CivilDate, instantOf } from '../../domain/civil.ts';
import { type DeadlineChoice, deadlineOf } from '../../domain/deadline.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { MutationContext, Tx } from '../tx.ts';

const CLOSE_HOUR = 18;

/** The instant (ms) by which what was chosen at `context.at` is due. */
export async function dueOf(
  tx: Tx,
  context: Pick<MutationContext, 'at' | 'officeId'>,
  choice: DeadlineChoice,
): Promise<{ readonly ok: true; readonly dueAt: number } | Refusal> {
  const years = await tx.all('calendar');
  const calendar = workCalendar(years.map((year) => ({ ...year, year: Number(year.id) })));
  const due = deadlineOf(choice, context.at, calendar, await closeHourOf(tx, context));
  if (due.ok) return due;
  return due.reason === 'date-passed'
    ? refuse('deadline-passed')
    : refuse('calendar-missing', sayYearMissing(due.year));
}

/** The office's closing hour of that day. */
export async function closingOf(
  tx: Tx,
  context: Pick<MutationContext, 'officeId'>,
  date: CivilDate,
): Promise<number> {
  return instantOf(date, await closeHourOf(tx, context));
}

async function closeHourOf(tx: Tx, { officeId }: Pick<MutationContext, 'officeId'>) {
  return (await tx.get('office', officeId))?.closeHour ?? CLOSE_HOUR;
}
