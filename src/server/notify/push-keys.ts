/** The office's own pair of keys for web push (VAPID): made when it is first needed, kept with the office. */
import type { Db } from '../store/database.ts';

export interface PushKeys {
  /** Of P-256, in base64url; the browsers are told it. */
  readonly publicKey: string;
  readonly privateKey: string;
}

export async function pushKeys(db: Db, officeId: string): Promise<PushKeys> {
  const known = await read(db, officeId);
  if (known) return known;
  const { default: webpush } = await import('web-push');
  const { publicKey, privateKey } = webpush.generateVAPIDKeys();
  await db
    .insertInto('push_key')
    .values({ office: officeId, public_key: publicKey, secret: privateKey })
    .onConflict((conflict) => conflict.column('office').doNothing())
    .execute();
  // Another request may have been the first.
  const kept = await read(db, officeId);
  if (!kept) throw new Error('the keys for web push were not kept');
  return kept;
}

async function read(db: Db, officeId: string): Promise<PushKeys | null> {
  const row = await db
    .selectFrom('push_key')
    .select(['public_key', 'secret'])
    .where('office', '=', officeId)
    .executeTakeFirst();
  return row ? { publicKey: row.public_key, privateKey: row.secret } : null;
}
