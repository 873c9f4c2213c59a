import type { LocalDatabase } from './database.ts';
import type { Stores } from './stores.ts';
import type { HeadRow } from './tables.ts';

const UNTOUCHED: HeadRow = { id: 'head', lastSeq: 0, offset: null, generation: 0 };

export async function readHead(db: Pick<LocalDatabase, 'head'>): Promise<HeadRow> {
  return (await db.head.get('head')) ?? UNTOUCHED;
}

/** The same, within a transaction. */
export async function headWithin(stores: Stores): Promise<HeadRow> {
  return (await stores.get('head', 'head')) ?? UNTOUCHED;
}
