import type { LocalDatabase } from './database.ts';
import type { Stores } from './stores.ts';
import type { Facts, MetaRow } from './tables.ts';
import { transact } from './transact.ts';

/** The store's small facts; one that was never set is undefined. */
export async function readFacts(db: Pick<LocalDatabase, 'meta'>): Promise<Partial<Facts>> {
  return factsOf(await db.meta.toArray());
}

/** The same, within a transaction: all of them, since one request costs less than several. */
export async function factsWithin(stores: Stores): Promise<Partial<Facts>> {
  return factsOf(await stores.all('meta'));
}

function factsOf(rows: readonly MetaRow[]): Partial<Facts> {
  const facts: Partial<Facts> = {};
  for (const row of rows) Reflect.set(facts, row.key, row.value);
  return facts;
}

export function writeFacts(stores: Stores, facts: Partial<Facts>): void {
  for (const key of FACT_KEYS) {
    const value = facts[key];
    if (value !== undefined) stores.put('meta', { key, value });
  }
}

const FACT_KEYS: readonly (keyof Facts)[] = [
  'clientId',
  'cursor',
  'accepted',
  'lastContact',
  'pulled',
];

/**
 * This person's store on this device, as the server knows it. Made once; two
 * tabs that open at the same moment agree on the first one's.
 */
export async function clientIdOf(db: LocalDatabase, makeId: () => string): Promise<string> {
  return transact(db, ['meta'], async (stores) => {
    const { clientId } = await factsWithin(stores);
    if (clientId) return clientId;
    const made = makeId();
    writeFacts(stores, { clientId: made });
    return made;
  });
}
