/** Years of problems in an office's store, put there by hand: by its own tablets it would take hours. */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import pg from 'pg';
import type { Database } from '../../src/server/store/database.ts';
import { Rows } from '../../src/server/store/rows.ts';
import { SQLITE_FILE, type Store } from '../../src/server/store/store.ts';
import { writeCursor } from '../../src/server/sync/cursor.ts';
import type { ServerPlace } from '../e2e/support/office-server.ts';
import { dice, fillLedger } from '../support/random-ledger.ts';

const AT_ONCE = 2_000;
const INT8 = 20;
const JSONB = 3802;

/** Answers where a tablet stands that has pulled all of it. */
export async function fillOffice(place: ServerPlace, count: number): Promise<string> {
  const now = Date.now();
  const store = openHere(place);
  try {
    const office = await store.db.selectFrom('office').select('id').executeTakeFirstOrThrow();
    const rows = new Rows(store.dialect, office.id);
    const roll = dice(count);
    for (let done = 0; done < count; done += AT_ONCE) {
      const some = Math.min(AT_ONCE, count - done);
      await fillLedger({ store, rows, officeId: office.id }, roll, some, now);
    }
    const { head, epoch } = await store.db
      .selectFrom('office')
      .select(['head', 'epoch'])
      .executeTakeFirstOrThrow();
    return writeCursor({ kind: 'office' }, epoch, head);
  } finally {
    await store.close();
  }
}

/** Without the server's own ways of opening one, which import what they need while they run. */
function openHere({ dataDir, env }: ServerPlace): Store {
  const url = env?.DATABASE_URL;
  const db = new Kysely<Database>({
    dialect:
      url === undefined
        ? new SqliteDialect({ database: new Sqlite(join(dataDir, SQLITE_FILE)) })
        : new PostgresDialect({
            pool: new pg.Pool({
              connectionString: url,
              types: {
                getTypeParser: (oid: number, format?: 'text' | 'binary') =>
                  oid === INT8
                    ? Number
                    : oid === JSONB
                      ? String
                      : pg.types.getTypeParser(oid, format),
              },
            }),
          }),
  });
  const dialect = url === undefined ? 'sqlite' : 'postgresql';
  return { db, dialect, close: () => db.destroy() };
}
