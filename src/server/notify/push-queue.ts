/** What is to be shown on the devices of those who asked for it: a title and a link, nothing of anyone. */
import { uuidv7 } from 'uuidv7';
import type { Db } from '../store/database.ts';
import type { Tiding } from './tidings.ts';

export async function queuePush(
  tx: Db,
  { officeId, now }: { readonly officeId: string; readonly now: number },
  { title, link, to }: Tiding,
): Promise<void> {
  const devices = await tx
    .selectFrom('push_device')
    .select('id')
    .where('office', '=', officeId)
    .where(
      'account_id',
      'in',
      to.map(({ id }) => id),
    )
    .execute();
  if (devices.length === 0) return;
  const body = JSON.stringify({ title, link });
  await tx
    .insertInto('push_item')
    .values(
      devices.map(({ id }) => ({
        office: officeId,
        id: uuidv7(),
        device: id,
        body,
        made_at: now,
        tries: 0,
        next_at: now,
      })),
    )
    .execute();
}
