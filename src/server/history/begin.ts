/**
 * The chain's beginning, at the first start: what the journal holds and what the
 * rows are by then goes in as `earlier`. From there on it is vouched for; what it was
 * before is only as good as it was at that moment.
 */
import { sql } from 'kysely';
import type { RawRow } from '../store/codec.ts';
import type { Db } from '../store/database.ts';
import { type ChainEnd, lockOffice } from '../store/office-lock.ts';
import type { Store } from '../store/store.ts';
import type { JournalEntry } from '../sync/journal.ts';
import { Chain, Drafts, type WrittenRow } from './chain.ts';
import { CHAINED, digestOfRaw } from './digests.ts';

const DEEDS_AT_ONCE = 500;
/** Fewer, since the rows of many entries are read at once. */
const ROWS_AN_ENTRY = 100;

/** Begins the chain where it has not begun; all of it in one transaction. */
export async function beginHistory(
  { db, dialect }: Store,
  officeId: string,
  now: number,
): Promise<void> {
  const { history_nth } = await db
    .selectFrom('office')
    .select('history_nth')
    .where('id', '=', officeId)
    .executeTakeFirstOrThrow();
  if (history_nth > 0) return;
  await db.transaction().execute((tx) => beginWithin(tx, { dialect }, officeId, now));
}

export async function beginWithin(
  tx: Db,
  { dialect }: Pick<Store, 'dialect'>,
  officeId: string,
  now: number,
): Promise<void> {
  const { chain } = await lockOffice(tx, officeId, 0);
  // Another server may have begun it meanwhile.
  if (chain.nth > 0) return;
  await new Beginning(tx, new Chain(dialect, officeId), officeId, now).write(chain);
}

class Beginning {
  readonly #tx: Db;
  readonly #chain: Chain;
  readonly #officeId: string;
  readonly #now: number;

  constructor(tx: Db, chain: Chain, officeId: string, now: number) {
    this.#tx = tx;
    this.#chain = chain;
    this.#officeId = officeId;
    this.#now = now;
  }

  async write(start: ChainEnd): Promise<void> {
    let end = start;
    let journal = await this.#journalAfter(null);
    let deeds = 0;
    while (journal.length > 0) {
      const drafts = new Drafts();
      for (const entry of journal) drafts.deed(entry, [], 'earlier-deed');
      end = await this.#chain.add(this.#tx, end, drafts, []);
      deeds += journal.length;
      journal = await this.#journalAfter(journal.at(-1) ?? null);
    }
    for (const table of CHAINED) {
      let rows = await this.#rowsAfter(table, '');
      while (rows.length > 0) {
        end = await this.#add(end, 'history.earlier', { table, rows: rows.length }, rows);
        rows = await this.#rowsAfter(table, rows.at(-1)?.id ?? '');
      }
    }
    await this.#add(end, 'history.begin', { deeds }, []);
  }

  #add(
    end: ChainEnd,
    name: string,
    detail: unknown,
    rows: readonly WrittenRow[],
  ): Promise<ChainEnd> {
    const drafts = new Drafts();
    const kind = name === 'history.begin' ? 'act' : 'earlier-rows';
    drafts.act({ name, accountId: '', at: this.#now, detail }, rows, kind);
    return this.#chain.add(this.#tx, end, drafts, rows);
  }

  /** In the order in which the office took them. */
  #journalAfter(last: JournalEntry | null): Promise<JournalEntry[]> {
    let query = this.#tx.selectFrom('journal').selectAll().where('office', '=', this.#officeId);
    if (last) {
      const { received_at, client, seq } = last;
      query = query.where(
        sql<boolean>`(received_at, client, seq) > (${received_at}, ${client}, ${seq})`,
      );
    }
    return query
      .orderBy('received_at')
      .orderBy('client')
      .orderBy('seq')
      .limit(DEEDS_AT_ONCE)
      .execute();
  }

  async #rowsAfter(table: (typeof CHAINED)[number], id: string): Promise<WrittenRow[]> {
    const { rows } = await sql<RawRow & { id: string }>`
      select * from ${sql.table(table)} where office = ${this.#officeId} and id > ${id}
      order by id limit ${ROWS_AN_ENTRY}`.execute(this.#tx);
    return rows.map((row) => ({ table, id: row.id, digest: digestOfRaw(table, row) }));
  }
}
