import { Layer } from '../../src/client/store/layer.ts';
import { emptyRowMaps } from '../../src/client/store/row-maps.ts';
import { type RowOf, TABLES, type TableName } from '../../src/protocol/rows/index.ts';
import type { Patch } from '../../src/protocol/sync.ts';

/** The office's rows in memory, each with the version at which it last changed. */
export class MemoryRows {
  readonly rows = emptyRowMaps();
  readonly versions = new Map<string, number>();
  version = 0;

  put<T extends TableName>(table: T, ...rows: RowOf[T][]): void {
    this.version += 1;
    for (const row of rows) this.write(table, row.id, row);
  }

  delete(table: TableName, id: string): void {
    this.version += 1;
    this.write(table, id, null);
  }

  /** A layer over these rows, on which a deed may run. */
  layer(): Layer {
    return new Layer({
      get: async (table, id) => this.rows[table].get(id) ?? undefined,
      list: async (table, index, value) =>
        this.all(table).filter((row) => String(Reflect.get(row, index)) === value),
      all: async (table) => this.all(table),
    });
  }

  /** Takes over what a deed has put, as one version; a deed that changes no row takes none. */
  take(layer: Layer): void {
    if (TABLES.every((table) => layer.rows[table].size === 0)) return;
    this.version += 1;
    for (const table of TABLES) this.takeTable(table, layer);
  }

  all<T extends TableName>(table: T): RowOf[T][] {
    return [...this.rows[table].values()].flatMap((row) => (row === null ? [] : [row]));
  }

  /** What changed after a version, at most so many rows; whole versions only. */
  patchSince(from: number, limit: number): { patch: Patch; to: number } {
    const changed = [...this.versions].filter(([, version]) => version > from);
    const versions = [...new Set(changed.map(([, version]) => version))].sort((a, b) => a - b);
    let to = from;
    let size = 0;
    for (const version of versions) {
      const count = changed.filter(([, at]) => at === version).length;
      if (size > 0 && size + count > limit) break;
      size += count;
      to = version;
    }
    const patch: Patch = { reset: false, puts: {}, dels: [] };
    for (const table of TABLES) this.collect(patch, table, from, to);
    return { patch, to };
  }

  private collect<T extends TableName>(patch: Patch, table: T, from: number, to: number): void {
    const puts: RowOf[T][] = [];
    for (const [id, row] of this.rows[table]) {
      const version = this.versions.get(`${table}/${id}`) ?? 0;
      if (version <= from || version > to) continue;
      if (row === null) patch.dels.push({ table, id });
      else puts.push(row);
    }
    if (puts.length > 0) Reflect.set(patch.puts, table, puts);
  }

  private takeTable<T extends TableName>(table: T, layer: Layer): void {
    for (const [id, row] of layer.rows[table]) this.write(table, id, row);
  }

  private write<T extends TableName>(table: T, id: string, row: RowOf[T] | null): void {
    this.rows[table].set(id, row);
    this.versions.set(`${table}/${id}`, this.version);
  }
}
