/**
 * Deeds write over the office's rows. The first time a pending deed touches a
 * row, what the office had there is kept in `base` (invariant 5).
 */
import type { RowOf, TableName } from '../../protocol/rows/index.ts';
import type { Layer } from './layer.ts';
import { baseKey, tablesIn } from './row-maps.ts';
import type { Stores } from './stores.ts';

/** Writes a deed's rows; answers the keys of `base` that are there from now on. */
export async function writeOver(
  stores: Stores,
  layer: Layer,
  imaged: ReadonlySet<string>,
): Promise<string[]> {
  const tables = tablesIn(layer.rows);
  const keys = await Promise.all(tables.map((table) => writeTable(stores, table, layer, imaged)));
  return keys.flat();
}

async function writeTable<T extends TableName>(
  stores: Stores,
  table: T,
  layer: Layer,
  imaged: ReadonlySet<string>,
): Promise<string[]> {
  const rows = [...layer.rows[table].values()].flatMap((row) => (row === null ? [] : [row]));
  const unsure = rows.filter((row) => !imaged.has(baseKey(table, row.id)));
  for (const row of rows) if (!unsure.includes(row)) stores.put(table, row);
  if (unsure.length === 0) return [];
  const keys = unsure.map((row) => baseKey(table, row.id));
  const [kept, before] = await Promise.all([
    stores.getMany('base', keys),
    Promise.all(unsure.map(({ id }) => rowBefore(stores, table, layer, id))),
  ]);
  unsure.forEach((row, nth) => {
    if (kept[nth] === undefined) {
      const key = baseKey(table, row.id);
      stores.add('base', { key, table, id: row.id, row: before[nth] ?? null });
    }
    stores.put(table, row);
  });
  return keys;
}

/** The row as it lies in the table: as the deed has read it, or read now. */
async function rowBefore<T extends TableName>(
  stores: Stores,
  table: T,
  layer: Layer,
  id: string,
): Promise<RowOf[T] | null> {
  const seen = layer.seen[table].get(id);
  return seen === undefined ? ((await stores.get(table, id)) ?? null) : seen;
}
