/** That something of a day is done is written down in the transaction that does it. */
import type { CivilDate } from '../../domain/civil.ts';
import type { Db } from '../store/database.ts';

/** True for the first to ask; the others find it done. */
export async function claimDay(
  tx: Db,
  officeId: string,
  job: string,
  day: CivilDate,
  now: number,
): Promise<boolean> {
  const written = await tx
    .insertInto('job_day')
    .values({ office: officeId, job, day, done_at: now })
    .onConflict((conflict) => conflict.columns(['office', 'job', 'day']).doNothing())
    .returning('day')
    .execute();
  return written.length > 0;
}

export async function isDayDone(
  db: Db,
  officeId: string,
  job: string,
  day: CivilDate,
): Promise<boolean> {
  const found = await db
    .selectFrom('job_day')
    .select('day')
    .where('office', '=', officeId)
    .where('job', '=', job)
    .where('day', '=', day)
    .executeTakeFirst();
  return found !== undefined;
}
