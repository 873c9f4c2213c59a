/** Once a working day, in the office's morning: what is due, overdue or waits is said; old messages go. */
import { workCalendar } from '../../domain/calendar.ts';
import { civilDateOf, civilTimeOf } from '../../domain/civil.ts';
import type { Context } from '../context.ts';
import { dayTidings } from '../notify/day-tidings.ts';
import type { Notifier } from '../notify/notifier.ts';
import { sweep } from '../notify/sweep.ts';
import { peopleOf } from '../notify/tidings.ts';
import { claimDay, isDayDone } from './once-a-day.ts';

const JOB = 'morning';
/** The office's clock; a server that starts later says it then. */
const FROM_HOUR = 8;

type Parts = Pick<Context, 'store' | 'officeId' | 'rows' | 'now'>;

export async function morning(parts: Parts, notifier: Notifier): Promise<void> {
  const { store, officeId, rows } = parts;
  const now = parts.now();
  const day = civilDateOf(now);
  if (civilTimeOf(now).hour < FROM_HOUR) return;
  if (await isDayDone(store.db, officeId, JOB, day)) return;
  const years = await rows.all(store.db, 'calendar');
  const calendar = workCalendar(years.map(({ row }) => ({ ...row, year: Number(row.id) })));
  if (calendar.kindOf(day) === 'off') return;
  const ring = await store.db.transaction().execute(async (tx) => {
    if (!(await claimDay(tx, officeId, JOB, day, now))) return null;
    const soonDays = (await rows.get(tx, 'office', officeId))?.row.soonDays ?? 0;
    const people = await peopleOf(tx, officeId);
    const tidings = await dayTidings(tx, officeId, people, { now, calendar, soonDays });
    await sweep(tx, officeId, now);
    return notifier.tellWithin(tx, tidings);
  });
  ring?.();
}
