/**
 * The key that each tablet seals its 离线包 with, lent to its own person alone: so
 * that who hands in another's file cannot have written it. Made from one secret of
 * the office, and the same whenever it is asked for.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Db } from '../store/database.ts';

const SECRET_BYTES = 32;

/** Hex. */
export async function sealKeyOf(db: Db, officeId: string, clientId: string): Promise<string> {
  const secret = Buffer.from(await secretOf(db, officeId), 'hex');
  return createHmac('sha256', secret).update(clientId).digest('hex');
}

export async function isSealed(
  db: Db,
  officeId: string,
  clientId: string,
  { text, seal }: { readonly text: string; readonly seal: string | null },
): Promise<boolean> {
  if (seal === null) return false;
  const key = Buffer.from(await sealKeyOf(db, officeId, clientId), 'hex');
  const right = createHmac('sha256', key).update(text).digest();
  const given = Buffer.from(seal, 'hex');
  return given.length === right.length && timingSafeEqual(given, right);
}

async function secretOf(db: Db, officeId: string): Promise<string> {
  const read = () =>
    db.selectFrom('seal_key').select('secret').where('office', '=', officeId).executeTakeFirst();
  const known = await read();
  if (known) return known.secret;
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  await db
    .insertInto('seal_key')
    .values({ office: officeId, secret })
    .onConflict((conflict) => conflict.column('office').doNothing())
    .execute();
  // Of two that asked at once, both get the first one's.
  return (await read())?.secret ?? secret;
}
