/**
 * What the chain of history says of a row or of a journal entry: a digest of its
 * text in one form that both stores give back alike. A form never changes its
 * fields: where a table gains one, the form is raised and the field is put into
 * JOINED, so that what was digested before still compares.
 */
import { hash } from 'node:crypto';
import type { RowOf, TableName } from '../../protocol/rows/index.ts';
import { CODECS, type RawRow } from '../store/codec.ts';
import type { Column } from '../store/columns.ts';
import type { JournalEntry } from '../sync/journal.ts';

/** The tables whose rows the chain vouches for: what a problem or a notice consists of. */
export const CHAINED = [
  'inspection',
  'finding',
  'photo',
  'notice',
  'event',
  'reply',
  'recheck',
  'extension',
  'handoff',
  'letter',
] as const satisfies readonly TableName[];

export const FORM = 1;

/** By `table.field`, the form with which it came; all others are of the first. */
const JOINED: ReadonlyMap<string, number> = new Map();

export function isChained(table: TableName): boolean {
  return CHAINED.some((one) => one === table);
}

export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}

/** Of a row as it is about to be written. */
export function digestOfRow<T extends TableName>(table: T, row: RowOf[T]): string {
  return digest(table, FORM, ({ field, kind }) => {
    const value: unknown = Reflect.get(row, field);
    if (value === null || value === undefined) return null;
    if (kind === 'json') return sorted(value);
    return kind === 'bool' ? Number(value === true) : value;
  });
}

/** Of a row as the store has it, in the form of the digest that it is to be compared with. */
export function digestOfRaw(table: TableName, raw: RawRow, form = FORM): string {
  return digest(table, form, ({ column, kind }) => {
    const value = raw[column];
    if (value === null || value === undefined) return null;
    return kind === 'json' ? sorted(JSON.parse(String(value))) : value;
  });
}

/** The form that a digest was made in; null for what is none. */
export function formOf(known: string): number | null {
  const [, form] = /^(\d{1,4})\.[0-9a-f]{64}$/.exec(known) ?? [];
  return form === undefined ? null : Number(form);
}

export function fieldsOf(table: TableName, form: number): readonly string[] {
  return columnsIn(table, form).map(({ field }) => field);
}

function digest(table: TableName, form: number, read: (column: Column) => unknown): string {
  const values = columnsIn(table, form).map(read);
  return `${form}.${sha256(JSON.stringify([table, ...values]))}`;
}

const known = new Map<string, readonly Column[]>();

function columnsIn(table: TableName, form: number): readonly Column[] {
  const key = `${table} ${form}`;
  const found = known.get(key);
  if (found) return found;
  const columns = CODECS[table].columns
    .filter(({ field }) => (JOINED.get(`${table}.${field}`) ?? 1) <= form)
    .toSorted((a, b) => (a.field < b.field ? -1 : 1));
  known.set(key, columns);
  return columns;
}

/** PostgreSQL keeps the keys of an object in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}

export function digestOfEntry(entry: JournalEntry): string {
  return sha256(
    JSON.stringify([
      entry.client,
      entry.seq,
      entry.account_id,
      entry.name,
      entry.args,
      entry.device_at,
      entry.device_offset,
      entry.corrected_at,
      entry.received_at,
      entry.outcome,
      entry.code,
      entry.detail,
    ]),
  );
}
