/** Once a day, the end of the chain of history is written down beside the store. */
import { civilDateOf } from '../../domain/civil.ts';
import type { Context } from '../context.ts';
import { chainEnd } from '../history/chain-act.ts';
import { noteDay } from '../history/day-log.ts';
import { claimDay, isDayDone } from './once-a-day.ts';

const JOB = 'history';

type Parts = Pick<Context, 'store' | 'officeId' | 'dataDir' | 'now'>;

export async function historyDay({ store, officeId, dataDir, now }: Parts): Promise<void> {
  const day = civilDateOf(now());
  if (await isDayDone(store.db, officeId, JOB, day)) return;
  await store.db.transaction().execute(async (tx) => {
    if (!(await claimDay(tx, officeId, JOB, day, now()))) return;
    // Before the commit: a day that is noted twice is none the worse, one that is not is.
    await noteDay(dataDir, day, await chainEnd(tx, officeId));
  });
}
