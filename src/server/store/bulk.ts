/**
 * Many rows in few statements. The texts are made once for a handful of sizes:
 * building and preparing one anew for each batch costs more than running it.
 */
import { CompiledQuery } from 'kysely';
import { type Dialect, placeholderRows } from './bridge.ts';
import type { Db } from './database.ts';

/** SQLite binds at most 32,766 values: the widest table has 24 columns. */
const SIZES = [128, 16, 4, 1] as const;

export interface BulkShape {
  readonly table: string;
  readonly columns: readonly string[];
  /** What makes a row the same row. */
  readonly key: readonly string[];
  /** What is replaced where the row is there already; with `never` its being there is an error. */
  readonly replaced: readonly string[] | 'never';
}

export class Bulk {
  readonly #texts: ReadonlyMap<number, string>;

  constructor(dialect: Dialect, shape: BulkShape) {
    this.#texts = new Map(SIZES.map((size) => [size, textOf(dialect, shape, size)]));
  }

  /** Writes rows whose values stand in the columns' order. */
  async write(db: Db, rows: readonly (readonly unknown[])[]): Promise<void> {
    let from = 0;
    for (const [size, text] of this.#texts) {
      for (; rows.length - from >= size; from += size) {
        const values = rows.slice(from, from + size).flat();
        await db.executeQuery(CompiledQuery.raw(text, values));
      }
    }
  }
}

function textOf(dialect: Dialect, shape: BulkShape, rows: number): string {
  const { table, columns, key, replaced } = shape;
  const names = columns.map((column) => `"${column}"`).join(', ');
  const insert = `insert into "${table}" (${names}) values ${placeholderRows(dialect, rows, columns.length)}`;
  if (replaced === 'never') return insert;
  const sets = replaced.map((column) => `"${column}" = excluded."${column}"`);
  return `${insert} on conflict (${key.join(', ')}) do update set ${sets.join(', ')}`;
}
