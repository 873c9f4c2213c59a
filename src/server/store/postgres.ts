/**
 * The office's own PostgreSQL. Whole numbers come back as numbers (an instant in
 * ms is far below 2^53), JSON as text, as on the embedded store.
 */
import { Kysely, PostgresDialect } from 'kysely';
import type { Database } from './database.ts';

const INT8 = 20;
const JSONB = 3802;
const MAX_CONNECTIONS = 10;

/** Loaded only where it is asked for: the embedded store starts without it. */
export async function openPostgres(
  url: string,
  onError: (error: Error) => void,
): Promise<Kysely<Database>> {
  const pg = await import('pg');
  const { Pool, types } = pg.default;
  const pool = new Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') => {
        if (format !== 'binary' && oid === INT8) return Number;
        return format !== 'binary' && oid === JSONB ? String : types.getTypeParser(oid, format);
      },
    },
  });
  // An idle connection that the database ends must not end the server.
  pool.on('error', onError);
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
