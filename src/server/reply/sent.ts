/**
 * Who has sent which bytes for an answer. What an answer names its own side must have sent:
 * knowing the hash of somebody else's file is worth nothing here.
 */
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { Failure } from '../http/failure.ts';
import type { Db } from '../store/database.ts';

/** A unit, by account or link alike; or the office, which enters what came on paper. */
export type Holder = `unit:${string}` | 'office';

type Parts = Pick<Context, 'store' | 'officeId' | 'now'>;

/** In bytes, of one holder: sent, and named by no answer. */
const MOST_UNNAMED = 200_000_000;
/** So long a draft may lie about. */
export const UNNAMED_KEPT_MS = 14 * 86_400_000;

export interface Sent {
  readonly sha256: string;
  readonly bytes: number;
}

/** Throws a Failure where this holder has sent enough that nobody has named. */
export async function requireRoom(parts: Parts, holder: Holder): Promise<void> {
  const { store, officeId } = parts;
  if ((await unnamedBytes(store.db, officeId, holder)) < MOST_UNNAMED) return;
  await markNamed(store.db, officeId, holder);
  if ((await unnamedBytes(store.db, officeId, holder)) < MOST_UNNAMED) return;
  throw new Failure('files-enough');
}

export async function noteSent(
  { store, officeId, now }: Parts,
  holder: Holder,
  { sha256, bytes }: Sent,
): Promise<void> {
  const sent_at = now();
  await store.db
    .insertInto('answer_sent')
    .values({ office: officeId, holder, sha256, bytes, sent_at, named: 0 })
    // Sent again it waits for its answer as long as one that is new.
    .onConflict((conflict) =>
      conflict.columns(['office', 'holder', 'sha256']).doUpdateSet({ sent_at }),
    )
    .execute();
}

export async function hasSent(
  { store, officeId }: Pick<Parts, 'store' | 'officeId'>,
  holder: Holder,
  sha256: string,
): Promise<boolean> {
  const row = await store.db
    .selectFrom('answer_sent')
    .select('sha256')
    .where('office', '=', officeId)
    .where('holder', '=', holder)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row !== undefined;
}

async function unnamedBytes(db: Db, officeId: string, holder: Holder): Promise<number> {
  const { total } = await db
    .selectFrom('answer_sent')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('bytes'), sql.lit(0)).as('total'))
    .where('office', '=', officeId)
    .where('holder', '=', holder)
    .where('named', '=', 0)
    .executeTakeFirstOrThrow();
  return Number(total);
}

/** Looks up which of what was sent an answer names by now; of one holder, or of all. */
export async function markNamed(db: Db, officeId: string, holder?: Holder): Promise<void> {
  const open = db
    .selectFrom('answer_sent')
    .select(['holder', 'sha256'])
    .where('office', '=', officeId)
    .where('named', '=', 0);
  const rows = await (holder === undefined ? open : open.where('holder', '=', holder)).execute();
  for (const { holder: by, sha256 } of rows) {
    if (!(await isNamed(db, officeId, sha256))) continue;
    await db
      .updateTable('answer_sent')
      .set({ named: 1 })
      .where('office', '=', officeId)
      .where('holder', '=', by)
      .where('sha256', '=', sha256)
      .execute();
  }
}

async function isNamed(db: Db, officeId: string, sha256: string): Promise<boolean> {
  const photo = await db
    .selectFrom('photo')
    .select('id')
    .where('office', '=', officeId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (photo) return true;
  const reply = await db
    .selectFrom('reply')
    .select('id')
    .where('office', '=', officeId)
    .where(sql<string>`cast(files as text)`, 'like', `%"${sha256}"%`)
    .executeTakeFirst();
  return reply !== undefined;
}
