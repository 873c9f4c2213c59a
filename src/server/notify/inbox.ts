/** A person's messages. */

import { tellingOf } from '../../domain/notify.ts';
import type { MessageRow } from '../../protocol/messages.ts';
import type { Db } from '../store/database.ts';

const MESSAGES_AT_ONCE = 50;

export async function unreadOf(db: Db, officeId: string, accountId: string): Promise<number> {
  const { unread } = await db
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('unread'))
    .where('office', '=', officeId)
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return unread;
}

/** Newest first. @param before the id that the last page ended with; null for the first */
export async function messagesOf(
  db: Db,
  officeId: string,
  accountId: string,
  before: string | null,
): Promise<MessageRow[]> {
  let query = db
    .selectFrom('message')
    .select(['id', 'kind', 'text', 'link', 'at', 'read_at'])
    .where('office', '=', officeId)
    .where('account_id', '=', accountId);
  if (before !== null) query = query.where('id', '<', before);
  const rows = await query.orderBy('id', 'desc').limit(MESSAGES_AT_ONCE).execute();
  return rows.map(({ read_at, ...row }) => ({
    ...row,
    title: tellingOf(row.kind)?.say ?? '消息',
    read: read_at !== null,
  }));
}

/** @param ids null for all that there are */
export async function markRead(
  db: Db,
  officeId: string,
  accountId: string,
  ids: readonly string[] | null,
  now: number,
): Promise<void> {
  let query = db
    .updateTable('message')
    .set({ read_at: now })
    .where('office', '=', officeId)
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null);
  if (ids !== null) query = query.where('id', 'in', ids);
  if (ids?.length !== 0) await query.execute();
}
