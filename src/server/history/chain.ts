/**
 * What one transaction adds to the chain of history: its deeds and the server's own
 * acts, in order, and the rows that each has written. Runs under the office's lock,
 * in the transaction of the effects: all of it is there, or none.
 */
import type { Dialect } from '../store/bridge.ts';
import { Bulk } from '../store/bulk.ts';
import type { Db } from '../store/database.ts';
import type { ChainEnd } from '../store/office-lock.ts';
import type { JournalEntry } from '../sync/journal.ts';
import { digestOfEntry } from './digests.ts';
import { type Entry, type EntryRow, hashOf, inOrder, type Kind, type Ref } from './entry.ts';

const FIELDS = [
  'nth',
  'kind',
  'name',
  'account_id',
  'client',
  'seq',
  'at',
  'detail',
  'digest',
  'hash',
] as const;

/** A row as it was written, by its digest. */
export interface WrittenRow extends Ref {
  readonly digest: string;
}

interface Draft {
  readonly said: Omit<Entry, 'nth' | 'hash'>;
  readonly touched: readonly Ref[];
}

/** What the server did itself, on whose behalf ('' for nobody's). */
export interface Act {
  readonly name: string;
  readonly accountId: string;
  readonly at: number;
  /** What of it is worth keeping; never a secret. */
  readonly detail?: unknown;
}

export class Drafts {
  readonly #drafts: Draft[] = [];

  /** @param touched the rows that it has put, each once */
  deed(entry: JournalEntry, touched: readonly Ref[], kind: Kind = 'deed'): void {
    const { client, seq, received_at: at } = entry;
    const digest = digestOfEntry(entry);
    const said = { kind, name: '', account_id: '', client, seq, at, detail: '', digest };
    this.#drafts.push({ said, touched });
  }

  act(act: Act, touched: readonly Ref[], kind: Kind = 'act'): void {
    const { name, accountId: account_id, at } = act;
    const detail = act.detail === undefined ? '' : JSON.stringify(act.detail);
    const said = { kind, name, account_id, client: '', seq: 0, at, detail, digest: '' };
    this.#drafts.push({ said, touched });
  }

  /**
   * The entries with their rows, tied to what is there. A row that several of them
   * have put is digested with the last of them: as the store has it afterwards.
   */
  settle(end: ChainEnd, written: readonly WrittenRow[]): Settled[] {
    const digests = new Map(written.map((row) => [keyOf(row), row.digest]));
    const rows = this.#drafts.map((): EntryRow[] => []);
    for (let i = this.#drafts.length - 1; i >= 0; i -= 1) {
      for (const ref of this.#drafts[i]?.touched ?? []) {
        const key = keyOf(ref);
        const digest = digests.get(key) ?? '';
        digests.delete(key);
        rows[i]?.push({ table_name: ref.table, row_id: ref.id, digest });
      }
    }
    if (digests.size > 0) throw new Error('a chained row was written that no deed has put');
    let { nth, hash } = end;
    return this.#drafts.map(({ said }, i) => {
      nth += 1;
      const ordered = inOrder(rows[i] ?? []);
      hash = hashOf(hash, nth, said, ordered);
      return { entry: { ...said, nth, hash }, rows: ordered };
    });
  }
}

interface Settled {
  readonly entry: Entry;
  readonly rows: readonly EntryRow[];
}

function keyOf({ table, id }: Ref): string {
  return `${table} ${id}`;
}

export class Chain {
  readonly #officeId: string;
  readonly #entries: Bulk;
  readonly #rows: Bulk;

  constructor(dialect: Dialect, officeId: string) {
    this.#officeId = officeId;
    this.#entries = new Bulk(dialect, {
      table: 'history',
      columns: ['office', ...FIELDS],
      key: ['office', 'nth'],
      replaced: 'never',
    });
    this.#rows = new Bulk(dialect, {
      table: 'history_row',
      columns: ['office', 'nth', 'table_name', 'row_id', 'digest'],
      key: ['office', 'nth', 'table_name', 'row_id'],
      replaced: 'never',
    });
  }

  /** Answers where the chain then ends. */
  async add(
    tx: Db,
    end: ChainEnd,
    drafts: Drafts,
    written: readonly WrittenRow[],
  ): Promise<ChainEnd> {
    const office = this.#officeId;
    const settled = drafts.settle(end, written);
    const last = settled.at(-1)?.entry;
    if (!last) return end;
    await this.#entries.write(
      tx,
      settled.map(({ entry }) => [office, ...FIELDS.map((field) => entry[field])]),
    );
    await this.#rows.write(
      tx,
      settled.flatMap(({ entry, rows }) =>
        rows.map((row) => [office, entry.nth, row.table_name, row.row_id, row.digest]),
      ),
    );
    await tx
      .updateTable('office')
      .set({ history_nth: last.nth, history_hash: last.hash })
      .where('id', '=', office)
      .execute();
    return { nth: last.nth, hash: last.hash };
  }
}
