import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { INDEXES, ROWS, TABLES, type TableName } from '../../src/protocol/rows/index.ts';
import { columnName, columnsOf, hasShownTo } from '../../src/server/store/columns.ts';
import { eachStore } from '../support/each-store.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

interface Told {
  readonly type: string;
  readonly nullable: boolean;
}

const SQLITE_TYPES: Record<string, string> = {
  text: 'TEXT',
  int: 'INTEGER',
  real: 'REAL',
  bool: 'INTEGER',
  json: 'TEXT',
};
const POSTGRESQL_TYPES: Record<string, string> = {
  text: 'text',
  int: 'bigint',
  real: 'double precision',
  bool: 'smallint',
  json: 'jsonb',
};

/** The kind of column that a schema's field needs, and whether it may be null. */
function needed(schema: unknown): { kind: string; nullable: boolean } {
  const { type, innerType } = definition(schema);
  if (type === 'nullable') return { ...needed(innerType), nullable: true };
  const kinds: Record<string, string> = {
    string: 'text',
    enum: 'text',
    boolean: 'bool',
    array: 'json',
    object: 'json',
    record: 'json',
    union: 'json',
  };
  if (type === 'number') {
    const { format } = definition(schema);
    return { kind: format === 'safeint' ? 'int' : 'real', nullable: false };
  }
  return { kind: kinds[type] ?? type, nullable: false };
}

function definition(schema: unknown): { type: string; innerType: unknown; format: string } {
  const def = Reflect.get(Object(Reflect.get(Object(schema), '_zod')), 'def');
  return {
    type: String(Reflect.get(def, 'type')),
    innerType: Reflect.get(def, 'innerType'),
    format: String(Reflect.get(def, 'format')),
  };
}

test.each(TABLES)('the column spec of %s says what its row schema says', (table) => {
  const shape: Record<string, unknown> = ROWS[table].shape;
  const wanted = Object.entries(shape).map(([field, schema]) => ({ field, ...needed(schema) }));
  const told = columnsOf(table).map(({ field, kind, nullable }) => ({ field, kind, nullable }));
  expect(told).toEqual(wanted);
});

/** What the server steers by, and no device sees. */
const OFFICE_OWN = ['head', 'city_head', 'epoch', 'history_nth', 'history_hash'];

eachStore((kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh(), empty: true });
  });
  afterAll(() => server.end());

  async function told(table: TableName): Promise<Map<string, Told>> {
    const { db } = server.context.store;
    if (kind.name === 'SQLite') {
      const { rows } = await sql<{ name: string; type: string; notnull: number }>`
        select name, type, "notnull" from pragma_table_info(${table})`.execute(db);
      return new Map(
        rows.map((row) => [row.name, { type: row.type, nullable: row.notnull === 0 }]),
      );
    }
    const { rows } = await sql<{ column_name: string; data_type: string; is_nullable: string }>`
      select column_name, data_type, is_nullable from information_schema.columns
      where table_schema = current_schema() and table_name = ${table}`.execute(db);
    return new Map(
      rows.map((row) => [
        row.column_name,
        { type: row.data_type, nullable: row.is_nullable === 'YES' },
      ]),
    );
  }

  async function indexes(table: TableName): Promise<string[]> {
    const { db } = server.context.store;
    if (kind.name === 'SQLite') {
      const { rows } = await sql<{ columns: string }>`
        select (select group_concat(name, ', ') from pragma_index_info(list.name)) as columns
        from pragma_index_list(${table}) as list`.execute(db);
      return rows.map((row) => row.columns);
    }
    const { rows } = await sql<{ indexdef: string }>`
      select indexdef from pg_indexes where schemaname = current_schema() and tablename = ${table}`.execute(
      db,
    );
    return rows.map((row) => /\((.*)\)/.exec(row.indexdef)?.[1] ?? '');
  }

  test.each(TABLES)('the store holds %s as its column spec says', async (table) => {
    const types = kind.name === 'SQLite' ? SQLITE_TYPES : POSTGRESQL_TYPES;
    const columns = await told(table);
    for (const { column, kind: wanted, nullable } of columnsOf(table)) {
      expect([column, columns.get(column)]).toEqual([column, { type: types[wanted], nullable }]);
    }
    const own = ['version', ...(table === 'office' ? OFFICE_OWN : ['office'])];
    if (table === 'point') own.push('drawn');
    if (hasShownTo(table)) own.push('shown_to');
    const known = [...columnsOf(table).map(({ column }) => column), ...own];
    expect([...columns.keys()].toSorted()).toEqual(known.toSorted());
  });

  test.each(TABLES.filter((table) => table !== 'office'))(
    '%s is indexed by office, version and what it is listed by',
    async (table) => {
      const found = await indexes(table);
      expect(found).toContain('office, id');
      expect(found).toContain('office, version, id');
      const listed: readonly string[] = INDEXES[table];
      for (const field of listed) {
        const column = columnName(field);
        expect(found.some((columns) => columns.startsWith(`office, ${column}`))).toBe(true);
      }
    },
  );
});

test('every migration is numbered as its file', () => {
  const source = readFileSync('src/server/store/migrations/index.ts', 'utf8');
  const files = [...source.matchAll(/\.\/(\d{4})-/g)].map(([, number]) => Number(number));
  expect(files).toEqual(files.map((_, i) => i + 1));
});
