/** What the administrator has allowed to leave the office; nothing, until they have. */
import type { Selectable } from 'kysely';
import type { Database, Db } from '../store/database.ts';

export type Outlet = Omit<Selectable<Database['outlet']>, 'office'>;

const CLOSED: Outlet = { push_allowed: 0, hook_on: 0, hook_url: '', hook_secret: '' };

export async function outletOf(db: Db, officeId: string): Promise<Outlet> {
  const found = await db
    .selectFrom('outlet')
    .select(['push_allowed', 'hook_on', 'hook_url', 'hook_secret'])
    .where('office', '=', officeId)
    .executeTakeFirst();
  return found ?? CLOSED;
}

export async function setOutlet(
  tx: Db,
  officeId: string,
  changed: Partial<Outlet>,
): Promise<Outlet> {
  const outlet = { ...(await outletOf(tx, officeId)), ...changed };
  await tx
    .insertInto('outlet')
    .values({ office: officeId, ...outlet })
    .onConflict((conflict) => conflict.column('office').doUpdateSet(outlet))
    .execute();
  return outlet;
}
