/**
 * The embedded store: one file, WAL, synchronous=FULL, so that what was
 * acknowledged survives the power being cut.
 */
import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect, type SqliteStatement } from 'kysely';
import type { Database } from './database.ts';
import { refuseNewer, schemaOf } from './migrate.ts';

const BUSY_TIMEOUT_MS = 5_000;
const KEPT_STATEMENTS = 300;

export async function openSqlite(file: string): Promise<Kysely<Database>> {
  await refuseNewerFile(file);
  const database = new SqliteDatabase(file, { timeout: BUSY_TIMEOUT_MS });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  return new Kysely<Database>({ dialect: new SqliteDialect({ database: keeping(database) }) });
}

/** Looks through a read-only connection, since closing a writing one may already change the file. */
async function refuseNewerFile(file: string): Promise<void> {
  const { existsSync } = await import('node:fs');
  if (!existsSync(file)) return;
  const database = new SqliteDatabase(file, { readonly: true, timeout: BUSY_TIMEOUT_MS });
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database }) });
  try {
    refuseNewer(await schemaOf(db, 'sqlite'));
  } finally {
    await db.destroy();
  }
}

interface Preparing {
  prepare(sql: string): SqliteStatement;
  close(): void;
}

/** The query builder prepares every statement anew; preparing once is a third of a small query. */
function keeping(database: SqliteDatabase.Database): Preparing {
  const kept = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      const known = kept.get(sql);
      if (known) return known;
      const statement = database.prepare(sql);
      if (kept.size >= KEPT_STATEMENTS) kept.clear();
      kept.set(sql, statement);
      return statement;
    },
    close() {
      kept.clear();
      database.close();
    },
  };
}
