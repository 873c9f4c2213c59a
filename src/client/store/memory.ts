import type { TableName } from '../../protocol/rows/index.ts';
import type { LocalDatabase } from './database.ts';
import { Layer } from './layer.ts';
import { tablesIn } from './row-maps.ts';
import { type RowSource, storesSource } from './row-source.ts';
import type { Stores } from './stores.ts';

/** What deeds read and do not write. */
const REFERENCE: ReadonlySet<TableName> = new Set([
  'office',
  'calendar',
  'unit',
  'checklist',
  'point',
  'round',
  'team',
]);

/**
 * What this tab knows of the store without reading it again: reference rows that
 * a deed has read, and which rows have their pre-image. Only a pull makes either
 * untrue, in this tab or another, and a pull moves the generation on.
 */
export interface Memory {
  readonly generation: number;
  /** Keys of `base` that are there. */
  readonly imaged: Set<string>;
  readonly reference: Layer;
  /** The transaction that is open. */
  stores: Stores;
}

const memories = new WeakMap<LocalDatabase, Memory>();

export function memoryOf(db: LocalDatabase, stores: Stores, generation: number): Memory {
  const known = memories.get(db);
  if (known?.generation === generation) {
    known.stores = stores;
    return known;
  }
  const open = () => storesSource(fresh.stores);
  const reference = new Layer({
    get: (table, id) => open().get(table, id),
    list: (table, index, value) => open().list(table, index, value),
    all: (table) => open().all(table),
  });
  const fresh: Memory = { generation, imaged: new Set(), reference, stores };
  memories.set(db, fresh);
  return fresh;
}

/** The tables within the transaction, where reference rows need no second reading. */
export function deedSource({ reference, stores }: Memory): RowSource {
  const here = storesSource(stores);
  const from = (table: TableName): RowSource => (REFERENCE.has(table) ? reference : here);
  return {
    get: (table, id) => from(table).get(table, id),
    list: (table, index, value) => from(table).list(table, index, value),
    all: (table) => from(table).all(table),
  };
}

/** Whether this tab believes that a row has its pre-image; a pull in between proves it wrong. */
export function believesImaged(db: LocalDatabase, key: string): boolean {
  return memories.get(db)?.imaged.has(key) ?? false;
}

/** Keeps what a deed that has been committed makes true. */
export function keepInMind(
  db: LocalDatabase,
  memory: Memory,
  layer: Layer,
  imaged: readonly string[],
): void {
  for (const key of imaged) memory.imaged.add(key);
  if (tablesIn(layer.rows).some((table) => REFERENCE.has(table))) memories.delete(db);
}
