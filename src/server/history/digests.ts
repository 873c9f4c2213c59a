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

/**
 * The tables whose rows the chain vouches for: what a problem or a notice consists of.
 * Of all others it vouches for the deeds alone.
 */
export const CHAINED = [
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

function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}

/** Of a row as it is about to be written. */
export function digestOfRow<T extends TableName>(table: T, row: RowOf[T]): string {
  return digest(table, FORM, ({ field, kind }) => {
    const value: unknown = Reflect.get(row, field);
    return kind === 'bool' ? String(Number(value === true)) : plainText(value);
  });
}

/** Of a row as the store has it, in the form of the digest that it is to be compared with. */
export function digestOfRaw(table: TableName, raw: RawRow, form = FORM): string {
  return digest(table, form, ({ column, kind }) => {
    const value = raw[column];
    return plainText(kind === 'json' && value !== null ? JSON.parse(String(value)) : value);
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

function digest(table: TableName, form: number, read: (column: Column) => string): string {
  let text = table;
  for (const column of columnsIn(table, form)) text += `,${read(column)}`;
  return `${form}.${sha256(text)}`;
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

/**
 * A value as text that no other value has, with the keys of every object in one
 * order: PostgreSQL keeps them in an order of its own. Nothing is escaped, since a
 * text says how long it is.
 */
function plainText(value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (typeof value === 'string') return `${value.length}'${value}`;
  if (typeof value !== 'object') return String(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const part of value) text += `${plainText(part)},`;
    return `[${text}]`;
  }
  for (const key of Object.keys(value).sort()) {
    const part: unknown = Reflect.get(value, key);
    if (part !== undefined) text += `${key.length}'${key}${plainText(part)},`;
  }
  return `{${text}}`;
}

export function digestOfEntry(entry: JournalEntry): string {
  const { client, seq, account_id, name, args, outcome, code, detail } = entry;
  const { device_at, device_offset, corrected_at, received_at } = entry;
  const times = [device_at, device_offset, corrected_at, received_at];
  return sha256(plainText([client, seq, account_id, name, args, ...times, outcome, code, detail]));
}

/** SHA-256 of some values in their order. */
export function digestOfValues(values: readonly unknown[]): string {
  return sha256(plainText(values));
}
