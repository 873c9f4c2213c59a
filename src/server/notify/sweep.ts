/** What has done its work goes after a while; what was not read, sent or put aside stays. */
import type { Db } from '../store/database.ts';

const DAY_MS = 24 * 3_600_000;
const READ_DAYS = 90;
const SENT_DAYS = 30;
const DONE_DAYS = 30;

export async function sweep(tx: Db, officeId: string, now: number): Promise<void> {
  await tx
    .deleteFrom('message')
    .where('office', '=', officeId)
    .where('read_at', '<', now - READ_DAYS * DAY_MS)
    .execute();
  await tx
    .deleteFrom('hook_item')
    .where('office', '=', officeId)
    .where('state', '=', 'sent')
    .where('settled_at', '<', now - SENT_DAYS * DAY_MS)
    .execute();
  await tx
    .deleteFrom('job_day')
    .where('office', '=', officeId)
    .where('done_at', '<', now - DONE_DAYS * DAY_MS)
    .execute();
}
