/**
 * Brings a store to this program's shape, each step in one transaction. A store
 * that knows a step which this program does not is refused before anything is written.
 */
import { CompiledQuery, type Kysely, sql } from 'kysely';
import { DDL, type Dialect } from './bridge.ts';
import type { Database, Db } from './database.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { StartRefusal } from './start-refusal.ts';

export const KNOWN_SCHEMA = MIGRATIONS.length;

/** The highest step that the store has taken; 0 for a fresh one. */
export async function schemaOf(db: Db, dialect: Dialect): Promise<number> {
  const tables =
    dialect === 'sqlite'
      ? sql`select 1 from sqlite_master where type = 'table' and name = 'migration'`
      : sql`select 1 from pg_tables where schemaname = current_schema() and tablename = 'migration'`;
  if ((await tables.execute(db)).rows.length === 0) return 0;
  const row = await db
    .selectFrom('migration')
    .select((eb) => eb.fn.max('number').as('number'))
    .executeTakeFirst();
  return row?.number ?? 0;
}

export function refuseNewer(schema: number): void {
  if (schema <= KNOWN_SCHEMA) return;
  throw new StartRefusal(
    `数据由更新的程序写成（结构第 ${schema} 版，本程序只认识到第 ${KNOWN_SCHEMA} 版），没有打开，内容未动。请换用新版程序。`,
  );
}

export async function migrate(
  db: Kysely<Database>,
  dialect: Dialect,
  now: () => number,
): Promise<void> {
  if ((await schemaOf(db, dialect)) === KNOWN_SCHEMA) return;
  await db.transaction().execute(async (tx) => {
    // Two servers that start on one fresh database take turns.
    if (dialect === 'postgresql') await sql`select pg_advisory_xact_lock(7293018)`.execute(tx);
    const schema = await schemaOf(tx, dialect);
    refuseNewer(schema);
    const ddl = DDL[dialect];
    if (schema === 0) {
      const statement = `create table if not exists migration (number ${ddl.int} not null primary key, name ${ddl.text} not null, applied_at ${ddl.int} not null) ${ddl.end}`;
      await tx.executeQuery(CompiledQuery.raw(statement));
    }
    for (const migration of MIGRATIONS.slice(schema)) {
      for (const statement of migration.statements(ddl)) {
        await tx.executeQuery(CompiledQuery.raw(statement));
      }
      await tx
        .insertInto('migration')
        .values({ number: migration.number, name: migration.name, applied_at: now() })
        .execute();
    }
  });
}
