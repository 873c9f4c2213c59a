import type { IndexOf, RowOf, TableName } from '../../protocol/rows/index.ts';
import type { Tx } from '../../protocol/tx.ts';
import { emptyListMaps, emptyRowMaps, type RowMaps, tablesIn } from './row-maps.ts';
import type { RowSource } from './row-source.ts';

/**
 * Rows kept in memory over a source that is only read. A deed runs on a layer of
 * its own: refused, the layer is dropped and nothing of it ever happened.
 */
export class Layer implements Tx {
  readonly rows: RowMaps = emptyRowMaps();
  /** What the source answered: many deeds in a row ask for the same checklist and teams. */
  readonly seen: RowMaps = emptyRowMaps();
  private readonly lists = emptyListMaps();
  private readonly source: RowSource;

  constructor(source: RowSource) {
    this.source = source;
  }

  async get<T extends TableName>(table: T, id: string): Promise<RowOf[T] | undefined> {
    const row = this.rows[table].get(id);
    if (row !== undefined) return row ?? undefined;
    return (await this.below(table, id)) ?? undefined;
  }

  async list<T extends TableName>(table: T, index: IndexOf<T>, value: string): Promise<RowOf[T][]> {
    const key = `${index} ${value}`;
    const found = this.lists[table].get(key) ?? (await this.source.list(table, index, value));
    this.lists[table].set(key, found);
    const matches = (row: RowOf[T]) => {
      const field: unknown = Reflect.get(row, index);
      return field === value;
    };
    return this.merged(table, found, matches);
  }

  async all<T extends TableName>(table: T): Promise<RowOf[T][]> {
    const found = this.lists[table].get('') ?? (await this.source.all(table));
    this.lists[table].set('', found);
    return this.merged(table, found, () => true);
  }

  async put<T extends TableName>(table: T, row: RowOf[T]): Promise<void> {
    this.rows[table].set(row.id, row);
  }

  /** States what the source holds, where that has been read already. */
  know<T extends TableName>(table: T, id: string, row: RowOf[T] | null): void {
    this.seen[table].set(id, row);
  }

  /** States a row of this layer, or with null that it is absent. */
  set<T extends TableName>(table: T, id: string, row: RowOf[T] | null): void {
    this.rows[table].set(id, row);
  }

  /** Takes over what a layer above has put. */
  absorb(above: Layer): void {
    for (const table of tablesIn(above.rows)) this.absorbTable(table, above);
  }

  private absorbTable<T extends TableName>(table: T, above: Layer): void {
    for (const [id, row] of above.rows[table]) this.rows[table].set(id, row);
  }

  private async below<T extends TableName>(table: T, id: string): Promise<RowOf[T] | null> {
    const seen = this.seen[table].get(id);
    if (seen !== undefined) return seen;
    const row = (await this.source.get(table, id)) ?? null;
    this.seen[table].set(id, row);
    return row;
  }

  private merged<T extends TableName>(
    table: T,
    found: readonly RowOf[T][],
    matches: (row: RowOf[T]) => boolean,
  ): RowOf[T][] {
    const own = this.rows[table];
    const rows = found.filter((row) => !own.has(row.id));
    for (const row of own.values()) if (row !== null && matches(row)) rows.push(row);
    return rows;
  }
}
