/** The one-time link of an office that has no administrator. Only its hash is kept. */
import { Failure } from '../http/failure.ts';
import type { Db } from '../store/database.ts';
import { countAdmins } from './accounts.ts';
import { hashToken, newToken } from './sessions.ts';

/** A new token in place of any before; null where the office has an administrator. */
export async function renewSetUpLink(
  db: Db,
  officeId: string,
  now: number,
): Promise<string | null> {
  if ((await countAdmins(db, officeId)) > 0) return null;
  const token = newToken();
  const link = { hash: hashToken(token), made_at: now };
  await db
    .insertInto('setup_link')
    .values({ office: officeId, ...link })
    .onConflict((conflict) => conflict.column('office').doUpdateSet(link))
    .execute();
  return token;
}

/** Throws where the token is not that of the one link that is open. */
export async function requireSetUpLink(db: Db, officeId: string, token: string): Promise<void> {
  if ((await countAdmins(db, officeId)) > 0) throw new Failure('set-up-done');
  const link = await db
    .selectFrom('setup_link')
    .select('hash')
    .where('office', '=', officeId)
    .where('hash', '=', hashToken(token))
    .executeTakeFirst();
  if (link) return;
  throw new Failure('set-up-done', { message: '这个链接不对或已失效，请重新启动服务器取得新链接' });
}

/** Under the office's lock: the link works once. */
export async function useUpSetUpLink(tx: Db, officeId: string, token: string): Promise<void> {
  await requireSetUpLink(tx, officeId, token);
  await tx.deleteFrom('setup_link').where('office', '=', officeId).execute();
}
