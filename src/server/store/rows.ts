/**
 * Synced rows of one office, by table and id. Every write carries a version that
 * was taken under the office's lock; nothing here takes one.
 */
import { CompiledQuery } from 'kysely';
import { type IndexOf, type RowOf, TABLES, type TableName } from '../../protocol/rows/index.ts';
import type { Dialect } from './bridge.ts';
import { Bulk, type BulkShape } from './bulk.ts';
import { CODECS, type RawRow } from './codec.ts';
import { columnName, hasShownTo, isCity } from './columns.ts';
import type { Db } from './database.ts';
import { filledUp, IDS_AT_ONCE } from './id-list.ts';
import { RowSql } from './row-sql.ts';

/** A row as stored: with the unit that may see it, '' for the office alone. */
export interface Stored<T extends TableName> {
  readonly row: RowOf[T];
  readonly shownTo: string;
}

export class Rows {
  readonly #sql: RowSql;
  readonly #bulks: ReadonlyMap<TableName, Bulk>;
  readonly officeId: string;

  constructor(dialect: Dialect, officeId: string) {
    this.#sql = new RowSql(dialect);
    this.#bulks = new Map(TABLES.map((table) => [table, new Bulk(dialect, shapeOf(table))]));
    this.officeId = officeId;
  }

  async get<T extends TableName>(db: Db, table: T, id: string): Promise<Stored<T> | undefined> {
    const [first] = await this.#read(db, table, this.#sql.byId(table), [this.officeId, id]);
    return first;
  }

  async getMany<T extends TableName>(
    db: Db,
    table: T,
    ids: readonly string[],
  ): Promise<Stored<T>[]> {
    const found: Stored<T>[] = [];
    for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
      const some = filledUp(ids.slice(from, from + IDS_AT_ONCE));
      const sql = this.#sql.byIds(table, some.length);
      found.push(...(await this.#read(db, table, sql, [this.officeId, ...some])));
    }
    return found;
  }

  list<T extends TableName>(
    db: Db,
    table: T,
    index: IndexOf<T>,
    value: string,
  ): Promise<Stored<T>[]> {
    const sql = this.#sql.byIndex(table, columnName(String(index)));
    return this.#read(db, table, sql, [this.officeId, value]);
  }

  all<T extends TableName>(db: Db, table: T): Promise<Stored<T>[]> {
    return this.#read(db, table, this.#sql.all(table), [this.officeId]);
  }

  async write<T extends TableName>(
    db: Db,
    table: T,
    entries: readonly Stored<T>[],
    version: number,
  ): Promise<void> {
    if (entries.length === 0) return;
    const values = entries.map((entry) => valuesOf(table, this.officeId, version, entry));
    await this.#bulks.get(table)?.write(db, values);
    if (isCity(table)) await this.#noteCity(db, version);
  }

  /** What was kept of the city's tables from one push to the next is out of date. */
  async #noteCity(db: Db, version: number): Promise<void> {
    await db
      .updateTable('office')
      .set({ city_head: version })
      .where('id', '=', this.officeId)
      .execute();
  }

  async #read<T extends TableName>(
    db: Db,
    table: T,
    sql: string,
    values: readonly unknown[],
  ): Promise<Stored<T>[]> {
    const { rows } = await db.executeQuery<RawRow>(CompiledQuery.raw(sql, [...values]));
    return rows.map((raw) => ({
      row: CODECS[table].decode(raw),
      shownTo: typeof raw.shown_to === 'string' ? raw.shown_to : '',
    }));
  }
}

/** Besides its columns a row has its version and its office, and where a unit may see it, that unit. */
function shapeOf(table: TableName): BulkShape {
  const columns = CODECS[table].columns.map(({ column }) => column);
  columns.push('version');
  if (table !== 'office') columns.push('office');
  if (hasShownTo(table)) columns.push('shown_to');
  const key = table === 'office' ? ['id'] : ['office', 'id'];
  return { table, columns, key, replaced: columns.filter((column) => !key.includes(column)) };
}

/** The values of one row, in the order of its shape. */
function valuesOf<T extends TableName>(
  table: T,
  officeId: string,
  version: number,
  { row, shownTo }: Stored<T>,
): unknown[] {
  const values = CODECS[table].encode(row);
  values.push(version);
  if (table !== 'office') values.push(officeId);
  if (hasShownTo(table)) values.push(shownTo);
  return values;
}
