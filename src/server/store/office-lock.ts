/**
 * Invariant 4: a version is taken under the office row's lock, first thing in
 * the transaction that writes under it, so commit order is version order and a
 * cursor can never skip a row that commits later.
 */
import { NUMBERINGS, type Numbering } from '../../domain/lease-lapse.ts';
import type { LetterSeries } from '../../domain/letter.ts';
import type { Db } from './database.ts';
import { prepared } from './prepared.ts';

/** Locks the office for this transaction and takes its next `count` versions; answers the first. */
export async function takeVersions(tx: Db, officeId: string, count = 1): Promise<number> {
  return (await lockOffice(tx, officeId, count)).version;
}

/** How the office numbers its notices. */
export interface NumberingNow {
  readonly agency: string;
  readonly numbering: Numbering;
  /** The version at which the office's own row last changed. */
  readonly since: number;
}

/** Where the chain of history ends: its last entry's place, 0 before the first, and hash. */
export interface ChainEnd {
  readonly nth: number;
  readonly hash: string;
}

export interface Locked extends NumberingNow {
  /** The first of the versions taken. */
  readonly version: number;
  readonly cityHead: number;
  /** 代字 of the series of letters; empty where they bear no number. */
  readonly series: Readonly<Record<LetterSeries, string>>;
  readonly chain: ChainEnd;
}

export async function lockOffice(tx: Db, officeId: string, count: number): Promise<Locked> {
  const row = await tx
    .updateTable('office')
    .set((eb) => ({ head: eb('head', '+', count) }))
    .where('id', '=', officeId)
    .returning(['head', 'agency', 'numbering', 'city_head', 'version'])
    .returning(['letter_agency', 'monthly_agency', 'history_nth', 'history_hash'])
    .executeTakeFirstOrThrow();
  return {
    version: row.head - count + 1,
    agency: row.agency,
    numbering: numberingOf(row.numbering),
    since: row.version,
    cityHead: row.city_head,
    series: { letter: row.letter_agency, monthly: row.monthly_agency },
    chain: { nth: row.history_nth, hash: row.history_hash },
  };
}

export interface Head {
  readonly head: number;
  /** Made with the store. */
  readonly epoch: string;
}

/** Where the office stands, and how it numbers. */
export interface Standing extends Head, NumberingNow {}

/** Where the office stands, asked at every pull. */
export function headReader(db: Db, officeId: string): (db: Db) => Promise<Standing> {
  const ask = prepared(
    db
      .selectFrom('office')
      .select(['head', 'epoch', 'agency', 'numbering', 'version as since'])
      .where('id', '=', ''),
  );
  return async (reading) => {
    const [row] = await ask(reading, [officeId]);
    if (!row) throw new Error('the office has no row');
    return { ...row, numbering: numberingOf(row.numbering) };
  };
}

function numberingOf(text: string): Numbering {
  const known = NUMBERINGS.find((one) => one === text);
  if (known) return known;
  throw new Error('the office numbers in a way that this program does not know');
}
