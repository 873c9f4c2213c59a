/**
 * Failed attempts, per account and per address, kept in the store so that a
 * restart forgives nothing. An attempt is entered before it is judged: many at
 * once are counted as many.
 */
import { randomUUID } from 'node:crypto';
import { Failure } from '../http/failure.ts';
import type { Db } from '../store/database.ts';

const WINDOW_MS = 15 * 60_000;
const MAX_PER_ACCOUNT = 10;
/** A whole office may share one address. */
const MAX_PER_ADDRESS = 40;

export interface Attempt {
  /** The password was right: neither the account nor the address is held to it. */
  forgive(): Promise<void>;
}

export async function enterAttempt(
  db: Db,
  officeId: string,
  account: string,
  address: string,
  now: number,
): Promise<Attempt> {
  const subjects = [
    { subject: `account ${account.toLowerCase()}`, max: MAX_PER_ACCOUNT },
    { subject: `address ${address}`, max: MAX_PER_ADDRESS },
  ];
  await db
    .deleteFrom('attempt')
    .where('at', '<=', now - WINDOW_MS)
    .execute();
  const own = subjects.map(({ subject }) => ({
    office: officeId,
    id: randomUUID(),
    subject,
    at: now,
  }));
  await db.insertInto('attempt').values(own).execute();
  const forget = async () => {
    const ids = own.map(({ id }) => id);
    await db.deleteFrom('attempt').where('office', '=', officeId).where('id', 'in', ids).execute();
  };
  for (const { subject, max } of subjects) {
    const wait = await waitFor(db, officeId, subject, max, now);
    if (wait === null) continue;
    // Trying on while held does not lengthen the hold.
    await forget();
    throw new Failure('too-many-attempts', { retryAfter: wait });
  }
  return {
    forgive: async () => {
      await forget();
      const [first] = subjects;
      if (!first) return;
      await db
        .deleteFrom('attempt')
        .where('office', '=', officeId)
        .where('subject', '=', first.subject)
        .execute();
    },
  };
}

/** Seconds until the subject may try again; null where it may now. */
async function waitFor(
  db: Db,
  officeId: string,
  subject: string,
  max: number,
  now: number,
): Promise<number | null> {
  const attempts = await db
    .selectFrom('attempt')
    .select('at')
    .where('office', '=', officeId)
    .where('subject', '=', subject)
    .where('at', '>', now - WINDOW_MS)
    .orderBy('at', 'desc')
    .limit(max + 1)
    .execute();
  const oldest = attempts[max];
  if (!oldest) return null;
  const limiting = attempts[max - 1] ?? oldest;
  return Math.max(1, Math.ceil((limiting.at + WINDOW_MS - now) / 1000));
}
