/** Opens either store and knows which it is. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Dialect } from './bridge.ts';
import type { Database } from './database.ts';
import { migrate, refuseNewer, schemaOf } from './migrate.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

export interface Store {
  readonly db: Kysely<Database>;
  readonly dialect: Dialect;
  close(): Promise<void>;
}

export interface StorePlace {
  readonly dataDir: string;
  /** `postgres://…`; without it the store is a file under the data directory. */
  readonly databaseUrl?: string | undefined;
}

export const SQLITE_FILE = 'xundian.sqlite';

export async function openStore(
  place: StorePlace,
  now: () => number,
  onError: (error: Error) => void,
): Promise<Store> {
  await mkdir(place.dataDir, { recursive: true, mode: 0o700 });
  const dialect = place.databaseUrl === undefined ? 'sqlite' : 'postgresql';
  const db =
    place.databaseUrl === undefined
      ? await openSqlite(join(place.dataDir, SQLITE_FILE))
      : await openPostgres(place.databaseUrl, onError);
  try {
    refuseNewer(await schemaOf(db, dialect));
    await migrate(db, dialect, now);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { db, dialect, close: () => db.destroy() };
}
