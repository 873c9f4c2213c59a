/**
 * Invariant 4: a version is taken under the office row's lock, first thing in
 * the transaction that writes under it, so commit order is version order and a
 * cursor can never skip a row that commits later.
 */
import type { Db } from './database.ts';
import { prepared } from './prepared.ts';

/** Locks the office for this transaction and takes its next `count` versions; answers the first. */
export async function takeVersions(tx: Db, officeId: string, count = 1): Promise<number> {
  return (await lockOffice(tx, officeId, count)).version;
}

export interface Locked {
  /** The first of the versions taken. */
  readonly version: number;
  readonly agency: string;
  readonly cityHead: number;
}

export async function lockOffice(tx: Db, officeId: string, count: number): Promise<Locked> {
  const { head, agency, city_head } = await tx
    .updateTable('office')
    .set((eb) => ({ head: eb('head', '+', count) }))
    .where('id', '=', officeId)
    .returning(['head', 'agency', 'city_head'])
    .executeTakeFirstOrThrow();
  return { version: head - count + 1, agency, cityHead: city_head };
}

export interface Head {
  readonly head: number;
  /** Made with the store. */
  readonly epoch: string;
}

/** Where the office stands, asked at every pull. */
export function headReader(db: Db, officeId: string): (db: Db) => Promise<Head> {
  const ask = prepared(db.selectFrom('office').select(['head', 'epoch']).where('id', '=', ''));
  return async (reading) => {
    const [row] = await ask(reading, [officeId]);
    if (!row) throw new Error('the office has no row');
    return row;
  };
}
