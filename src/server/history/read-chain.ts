/** The chain of history as the store has it, in pages. */
import type { Db } from '../store/database.ts';
import type { JournalEntry } from '../sync/journal.ts';
import type { Entry, EntryRow } from './entry.ts';

const ENTRIES_AT_ONCE = 250;

export function entriesAfter(db: Db, officeId: string, nth: number): Promise<Entry[]> {
  return db
    .selectFrom('history')
    .selectAll()
    .where('office', '=', officeId)
    .where('nth', '>', nth)
    .orderBy('nth')
    .limit(ENTRIES_AT_ONCE)
    .execute();
}

export function byNth<T extends { readonly nth: number }>(list: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const one of list) {
    const group = groups.get(one.nth);
    if (group) group.push(one);
    else groups.set(one.nth, [one]);
  }
  return groups;
}

/** The rows that these entries have written, by their places: after `from`, up to `to`. */
export async function rowsOf(
  db: Db,
  officeId: string,
  from: number,
  to: number,
): Promise<Map<number, EntryRow[]>> {
  const rows = await db
    .selectFrom('history_row')
    .select(['nth', 'table_name', 'row_id', 'digest'])
    .where('office', '=', officeId)
    .where('nth', '>', from)
    .where('nth', '<=', to)
    .orderBy('nth')
    .orderBy('table_name')
    .orderBy('row_id')
    .execute();
  return byNth(rows);
}

/** The journal entries that these entries stand for, by the places of these. */
export async function deedsOf(
  db: Db,
  officeId: string,
  from: number,
  to: number,
): Promise<Map<number, JournalEntry>> {
  const deeds = await db
    .selectFrom('history')
    .innerJoin('journal', (join) =>
      join
        .onRef('journal.office', '=', 'history.office')
        .onRef('journal.client', '=', 'history.client')
        .onRef('journal.seq', '=', 'history.seq'),
    )
    .selectAll('journal')
    .select('history.nth')
    .where('history.office', '=', officeId)
    .where('history.nth', '>', from)
    .where('history.nth', '<=', to)
    .where('history.kind', 'in', ['deed', 'earlier-deed'])
    .execute();
  return new Map(deeds.map((deed) => [deed.nth, deed]));
}

/** A journal entry that no entry of the chain stands for, where there are more than `chained`. */
export async function unchainedDeed(
  db: Db,
  officeId: string,
  chained: number,
): Promise<Pick<JournalEntry, 'client' | 'seq'> | null> {
  const { deeds } = await db
    .selectFrom('journal')
    .select((eb) => eb.fn.countAll<number>().as('deeds'))
    .where('office', '=', officeId)
    .executeTakeFirstOrThrow();
  if (deeds === chained) return null;
  const found = await db
    .selectFrom('journal')
    .select(['client', 'seq'])
    .where('office', '=', officeId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('history')
            .select('nth')
            .whereRef('history.office', '=', 'journal.office')
            .whereRef('history.client', '=', 'journal.client')
            .whereRef('history.seq', '=', 'journal.seq'),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}
