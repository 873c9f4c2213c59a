/**
 * Goes through all of the history and compares it with what the store holds now, in
 * one snapshot and in pages: however long it is, little of it is in memory. Ends at
 * the first fault. Entries first, then the rows: a row is judged by a chain that holds.
 */
import type { Db } from '../store/database.ts';
import type { ChainEnd } from '../store/office-lock.ts';
import type { Store } from '../store/store.ts';
import { chainEnd } from './chain-act.ts';
import { digestOfEntry } from './digests.ts';
import { type Entry, hashOf } from './entry.ts';
import { type HistoryFault, sayDeed } from './faults.ts';
import { byNth, deedsOf, entriesAfter, rowsOf, unchainedDeed } from './read-chain.ts';
import { faultyRow } from './verify-rows.ts';

/** An end that was written down, and by whom, for the fault's sentence. */
export interface KnownEnd extends ChainEnd {
  readonly by: string;
}

export interface Verdict {
  /** The first fault; null where there is none. */
  readonly fault: HistoryFault | null;
  readonly entries: number;
  readonly deeds: number;
  readonly rows: number;
  /** The end that was found. */
  readonly end: ChainEnd;
}

export async function verifyHistory(
  store: Store,
  officeId: string,
  known: readonly KnownEnd[] = [],
): Promise<Verdict> {
  // SQLite's transactions read one snapshot anyway.
  const transaction = store.db.transaction();
  const snapshot =
    store.dialect === 'sqlite' ? transaction : transaction.setIsolationLevel('repeatable read');
  return snapshot.execute((db) => verifyWithin(db, officeId, known));
}

/** @param db a transaction that reads one snapshot */
export function verifyWithin(
  db: Db,
  officeId: string,
  known: readonly KnownEnd[] = [],
): Promise<Verdict> {
  return new Verifying(db, officeId, known).run();
}

class Verifying {
  readonly #db: Db;
  readonly #officeId: string;
  readonly #known: ReadonlyMap<number, readonly KnownEnd[]>;
  #end: ChainEnd = { nth: 0, hash: '' };
  #deeds = 0;
  #rows = 0;

  constructor(db: Db, officeId: string, known: readonly KnownEnd[]) {
    this.#db = db;
    this.#officeId = officeId;
    this.#known = byNth(known);
  }

  async run(): Promise<Verdict> {
    const fault = await this.#firstFault();
    return {
      fault,
      entries: this.#end.nth,
      deeds: this.#deeds,
      rows: this.#rows,
      end: this.#end,
    };
  }

  async #firstFault(): Promise<HistoryFault | null> {
    const kept = await chainEnd(this.#db, this.#officeId);
    let page = await entriesAfter(this.#db, this.#officeId, 0);
    while (page.length > 0) {
      const fault = await this.#faultIn(page);
      if (fault) return fault;
      page = await entriesAfter(this.#db, this.#officeId, this.#end.nth);
    }
    const { nth } = this.#end;
    if (nth < kept.nth) return { kind: 'cut-off', nth, expected: kept.nth };
    const beyond = Math.max(0, ...this.#known.keys());
    if (nth < beyond) return { kind: 'end-cut', nth, expected: beyond };
    if (nth === 0) return { kind: 'not-begun' };
    if (nth !== kept.nth || this.#end.hash !== kept.hash) return { kind: 'end-differs', nth };
    const deed = await unchainedDeed(this.#db, this.#officeId, this.#deeds);
    if (deed) return { kind: 'deed-unchained', deed: sayDeed(deed.client, deed.seq) };
    const { fault, rows } = await faultyRow(this.#db, this.#officeId);
    this.#rows = rows;
    return fault;
  }

  async #faultIn(page: readonly Entry[]): Promise<HistoryFault | null> {
    const last = page.at(-1)?.nth ?? 0;
    const rows = await rowsOf(this.#db, this.#officeId, this.#end.nth, last);
    const deeds = await deedsOf(this.#db, this.#officeId, this.#end.nth, last);
    for (const entry of page) {
      const { nth, hash } = this.#end;
      if (entry.nth !== nth + 1) return { kind: 'entry-missing', nth: nth + 1 };
      if (entry.hash !== hashOf(hash, entry.nth, entry, rows.get(entry.nth) ?? [])) {
        return { kind: 'entry-broken', nth: entry.nth };
      }
      for (const known of this.#known.get(entry.nth) ?? []) {
        if (!entry.hash.startsWith(known.hash)) {
          return { kind: 'end-other', nth: entry.nth, by: known.by };
        }
      }
      if (entry.kind === 'deed' || entry.kind === 'earlier-deed') {
        this.#deeds += 1;
        const deed = sayDeed(entry.client, entry.seq);
        const journal = deeds.get(entry.nth);
        if (!journal) return { kind: 'deed-missing', nth: entry.nth, deed };
        if (digestOfEntry(journal) !== entry.digest) {
          return { kind: 'deed-changed', nth: entry.nth, deed };
        }
      }
      this.#end = { nth: entry.nth, hash: entry.hash };
    }
    return null;
  }
}
