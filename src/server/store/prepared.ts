/** A query that is asked at every request: built once, asked again with other values. */
import type { Compilable, CompiledQuery } from 'kysely';
import type { Db } from './database.ts';

export type Prepared<Row> = (db: Db, values: readonly unknown[]) => Promise<Row[]>;

/** The values of the query as it is given stand for those that come, in their order. */
export function prepared<Row>(query: Compilable<Row>): Prepared<Row> {
  const compiled: CompiledQuery<Row> = query.compile();
  return async (db, parameters) => (await db.executeQuery<Row>({ ...compiled, parameters })).rows;
}
