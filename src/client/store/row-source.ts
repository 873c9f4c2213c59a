import type { IndexOf, RowOf, TableName } from '../../protocol/rows/index.ts';
import type { Stores } from './stores.ts';

/** The reading half of a Tx. */
export interface RowSource {
  get<T extends TableName>(table: T, id: string): Promise<RowOf[T] | undefined>;
  list<T extends TableName>(table: T, index: IndexOf<T>, value: string): Promise<RowOf[T][]>;
  all<T extends TableName>(table: T): Promise<RowOf[T][]>;
}

/** The tables as they are, within the transaction that is open. */
export function storesSource(stores: Stores): RowSource {
  return {
    get: (table, id) => stores.get(table, id),
    list: (table, index, value) => stores.list(table, index, value),
    all: (table) => stores.all(table),
  };
}
