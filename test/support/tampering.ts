/** Does to an office's store what a person with a database client could, and takes it back afterwards. */
import { CompiledQuery, sql } from 'kysely';
import { type KnownEnd, type Verdict, verifyWithin } from '../../src/server/history/verify.ts';
import type { Db } from '../../src/server/store/database.ts';
import type { Store } from '../../src/server/store/store.ts';

const GUARDED = ['history', 'history_row', 'journal'];

class TakenBack extends Error {}

export interface Tamperer {
  readonly tx: Db;
  run(text: string): Promise<void>;
}

/** What the verification says of the store with this done to it; nothing of it stays. */
export async function verdictAfter(
  store: Store,
  officeId: string,
  tamper: (hand: Tamperer) => Promise<void>,
  known: readonly KnownEnd[] = [],
): Promise<Verdict> {
  let verdict: Verdict | null = null;
  const done = store.db.transaction().execute(async (tx) => {
    const run = async (text: string) => {
      await tx.executeQuery(CompiledQuery.raw(text));
    };
    await openGuards(tx, store);
    await tamper({ tx, run });
    verdict = await verifyWithin(tx, officeId, known);
    throw new TakenBack();
  });
  await done.catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
  if (!verdict) throw new Error('nothing was verified');
  return verdict;
}

/** Whoever owns the database can take the triggers off. */
async function openGuards(tx: Db, { dialect }: Store): Promise<void> {
  for (const table of GUARDED) {
    if (dialect === 'sqlite') {
      await sql`drop trigger ${sql.ref(`${table}_no_update`)}`.execute(tx);
      await sql`drop trigger ${sql.ref(`${table}_no_delete`)}`.execute(tx);
    } else {
      await sql`drop trigger ${sql.ref(`${table}_no_change`)} on ${sql.table(table)}`.execute(tx);
    }
  }
}
