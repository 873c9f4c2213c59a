/**
 * The line between one server process and its database file. Here the process
 * dies: what it had not committed is rolled back, and nothing of it runs on.
 */

import type Sqlite from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** What befalls the server at a statement to come. */
export type Accident =
  /** Before the process has touched anything. */
  | { readonly kind: 'killed-before' }
  /** At the nth statement of a transaction, from 0. */
  | { readonly kind: 'killed-inside'; readonly nth: number }
  /** When it is all committed, and nothing of it is said yet. */
  | { readonly kind: 'killed-after' }
  /** The disk is full at the nth statement of a transaction; the process lives on. */
  | { readonly kind: 'disk-full'; readonly nth: number }
  /** The disk is full as all of it is committed; the process lives on. */
  | { readonly kind: 'commit-fails' };

export function survives({ kind }: Accident): boolean {
  return kind === 'disk-full' || kind === 'commit-fails';
}

class Killed extends Error {
  readonly code = 'SQLITE_IOERR';
}

class DiskFull extends Error {
  readonly code = 'SQLITE_FULL';
}

export class Power {
  #on = true;
  #accident: Accident | null = null;
  /** Statements since the transaction began; null outside of one. */
  #inside: number | null = null;
  readonly #database: Sqlite.Database;
  readonly #committed: () => void;
  readonly #statements = new Map<string, SqliteStatement>();

  constructor(database: Sqlite.Database, committed: () => void) {
    this.#database = database;
    this.#committed = committed;
  }

  get isOn(): boolean {
    return this.#on;
  }

  cut(): void {
    this.#on = false;
    if (this.#database.inTransaction) this.#database.exec('rollback');
  }

  arm(accident: Accident | null): void {
    this.#accident = accident;
  }

  /** The database as the query builder wants it. */
  get line(): SqliteDatabase {
    return { prepare: (sql) => this.#prepare(sql), close: () => undefined };
  }

  #prepare(sql: string): SqliteStatement {
    const known = this.#statements.get(sql);
    if (known) return known;
    this.#gate(null);
    const bare = this.#database.prepare<unknown[]>(sql);
    const run = <R>(work: () => R): R => {
      this.#gate(sql);
      const result = work();
      this.#after(sql);
      return result;
    };
    const statement: SqliteStatement = {
      reader: bare.reader,
      all: (values) => run(() => bare.all(...values)),
      run: (values) => run(() => bare.run(...values)),
      iterate: (values) => run(() => bare.iterate(...values)),
    };
    this.#statements.set(sql, statement);
    return statement;
  }

  /** Whether the process may do this at all. */
  #gate(sql: string | null): void {
    if (!this.#on) throw new Killed('the process is gone');
    const accident = this.#accident;
    if (!accident || sql === null || sql === 'rollback') return;
    if (accident.kind === 'killed-before') this.#die();
    if (this.#inside === null) return;
    if (accident.kind === 'killed-inside' && this.#inside >= accident.nth) this.#die();
    const isFull =
      accident.kind === 'commit-fails'
        ? sql === 'commit'
        : accident.kind === 'disk-full' && this.#inside >= accident.nth;
    if (!isFull) return;
    this.#accident = null;
    throw new DiskFull('no room');
  }

  #after(sql: string): void {
    if (sql === 'begin') this.#inside = 0;
    else if (sql === 'rollback') this.#inside = null;
    else if (sql === 'commit') {
      this.#inside = null;
      this.#committed();
      if (this.#accident?.kind === 'killed-after') this.#die();
    } else if (this.#inside !== null) this.#inside += 1;
  }

  #die(): never {
    this.#accident = null;
    this.cut();
    throw new Killed('the process is killed');
  }
}
