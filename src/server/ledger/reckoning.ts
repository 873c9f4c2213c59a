/** By what the office reckons 临期 and 超期 now. */
import { workCalendar } from '../../domain/calendar.ts';
import { type Reckoning, SOON_DAYS } from '../../domain/lateness.ts';
import type { Db } from '../store/database.ts';
import type { Rows } from '../store/rows.ts';

export async function reckoningAt(db: Db, rows: Rows, now: number): Promise<Reckoning> {
  const years = await rows.all(db, 'calendar');
  const office = await rows.get(db, 'office', rows.officeId);
  return {
    now,
    calendar: workCalendar(years.map(({ row }) => ({ ...row, year: Number(row.id) }))),
    soonDays: office?.row.soonDays ?? SOON_DAYS,
  };
}
