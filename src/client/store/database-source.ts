import type { RowOf, TableName } from '../../protocol/rows/index.ts';
import type { LocalDatabase } from './database.ts';
import type { RowSource } from './row-source.ts';

/** The tables as they are, each read in a transaction of its own. */
export function databaseSource(db: LocalDatabase): RowSource {
  const table = <T extends TableName>(name: T) => db.table<RowOf[T], string>(name);
  return {
    get: (name, id) => table(name).get(id),
    list: (name, index, value) => table(name).where(String(index)).equals(value).toArray(),
    all: (name) => table(name).toArray(),
  };
}
