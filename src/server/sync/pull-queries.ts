import { CompiledQuery } from 'kysely';
import { TABLES, type TableName } from '../../protocol/rows/index.ts';
import { type Dialect, placeholder } from '../store/bridge.ts';
import type { RawRow } from '../store/codec.ts';
import type { Db } from '../store/database.ts';
import { officeColumn } from '../store/row-sql.ts';
import { rowText } from '../store/row-text.ts';
import type { RowTexts } from './row-texts.ts';
import { type Scope, sightOf } from './scope.ts';

/** Rows of a page, and how much heavier some are than a finding. */
export const PAGE_ROWS = 4000;
const WEIGHTS: { readonly [T in TableName]?: number } = { inspection: 8, checklist: 8, team: 8 };
/** Up to so many rows are fetched by their ids; more by their versions. */
const FEW = 64;

/** Where one pull reads. */
export interface Reading {
  readonly tx: Db;
  readonly dialect: Dialect;
  readonly officeId: string;
  readonly scope: Scope;
  readonly texts: RowTexts;
}

export interface Change {
  readonly id: string;
  readonly version: number;
}

export interface Page {
  /** The last version of the page. */
  readonly to: number;
  readonly changes: ReadonlyMap<TableName, readonly Change[]>;
}

interface Step extends Change {
  readonly table: TableName;
}

/** Finds what a page that begins after `from` holds, along the indexes alone. */
export async function findPage(reading: Reading, from: number, head: number): Promise<Page> {
  const values: unknown[] = [];
  const parts: string[] = [];
  for (const table of TABLES) {
    const where = whereOf(reading, table, from, head, values);
    if (where === null) continue;
    const first = `select '${table}' as name, version, id from "${table}" where ${where} order by version limit ${PAGE_ROWS + 1}`;
    parts.push(`select * from (${first}) as "${table}_first"`);
  }
  const sql = parts.join(' union all ');
  const { rows } = await reading.tx.executeQuery<RawRow>(CompiledQuery.raw(sql, values));
  const steps = rows.map(stepOf);
  const to = endOf(steps, head);
  const changes = new Map<TableName, Change[]>();
  for (const step of steps) {
    if (step.version > to) continue;
    const known = changes.get(step.table);
    if (known) known.push(step);
    else changes.set(step.table, [step]);
  }
  return { to, changes };
}

/**
 * The last version that fits, but always one. A table that was cut short in
 * looking has filled the page by itself, so its last, perhaps unfinished,
 * version never fits.
 */
function endOf(steps: readonly Step[], head: number): number {
  const weights = new Map<number, number>();
  for (const { table, version } of steps) {
    weights.set(version, (weights.get(version) ?? 0) + (WEIGHTS[table] ?? 1));
  }
  let total = 0;
  let end: number | null = null;
  for (const version of [...weights.keys()].sort((a, b) => a - b)) {
    total += weights.get(version) ?? 0;
    if (total > PAGE_ROWS) return end ?? version;
    end = version;
  }
  return head;
}

/** The rows of a table that a page holds, as JSON. */
export async function readTexts(
  reading: Reading,
  table: TableName,
  changes: readonly Change[],
  from: number,
  to: number,
): Promise<string[]> {
  // A list that was cut short may lack rows of its last version.
  const whole = changes.length <= PAGE_ROWS;
  const known = changes.map(({ id, version }) => reading.texts.find(table, id, version));
  const missing = changes.filter((_, i) => known[i] === undefined);
  if (whole && missing.length === 0) return known.filter((text) => text !== undefined);
  const values: unknown[] = [];
  const where = whereOf(reading, table, from, to, values);
  if (where === null) return [];
  if (whole && missing.length <= FEW) {
    const marks = missing.map(({ id }) => placeholder(reading.dialect, values.push(id)));
    const fresh = await readRows(
      reading,
      table,
      `${where} and id in (${marks.join(', ')})`,
      values,
    );
    return [...known.filter((text) => text !== undefined), ...fresh];
  }
  return readRows(reading, table, where, values);
}

async function readRows(
  { tx, texts }: Reading,
  table: TableName,
  where: string,
  values: readonly unknown[],
): Promise<string[]> {
  const sql = `select * from "${table}" where ${where} order by version`;
  const { rows } = await tx.executeQuery<RawRow>(CompiledQuery.raw(sql, [...values]));
  return rows.map((raw) => {
    const text = rowText(table, raw);
    texts.keep(table, String(raw.id), Number(raw.version), text);
    return text;
  });
}

/** The rows that left a unit's sight after `from` and up to `to`. */
export async function departedBetween(
  { tx, officeId }: Reading,
  unitId: string,
  from: number,
  to: number,
): Promise<{ table: TableName; id: string }[]> {
  const rows = await tx
    .selectFrom('departed')
    .select(['table_name', 'id'])
    .where('office', '=', officeId)
    .where('unit_id', '=', unitId)
    .where('version', '>', from)
    .where('version', '<=', to)
    .execute();
  return rows.map(({ table_name, id }) => ({ table: tableOf(table_name), id }));
}

/** The condition of a scope on a table, its values appended; null where the scope sees nothing of it. */
function whereOf(
  { dialect, officeId, scope }: Reading,
  table: TableName,
  from: number,
  to: number,
  values: unknown[],
): string | null {
  const sight = sightOf(scope, table);
  if (sight === 'none') return null;
  const mark = (value: unknown) => placeholder(dialect, values.push(value));
  const parts = [
    `${officeColumn(table)} = ${mark(officeId)}`,
    `version > ${mark(from)}`,
    `version <= ${mark(to)}`,
  ];
  if (sight !== 'all') {
    parts.push('sql' in sight ? sight.sql : `${sight.column} = ${mark(sight.value)}`);
  }
  return parts.join(' and ');
}

function stepOf(raw: RawRow): Step {
  return { table: tableOf(String(raw.name)), version: Number(raw.version), id: String(raw.id) };
}

function tableOf(name: string): TableName {
  const table = TABLES.find((one) => one === name);
  if (!table) throw new Error('the store names a table that is not synced');
  return table;
}
