/** One entry of the chain of history, and the hash that ties it to the one before. */
import type { Selectable } from 'kysely';
import type { Database } from '../store/database.ts';
import type { ChainEnd } from '../store/office-lock.ts';
import { digestOfValues } from './digests.ts';

/**
 * `deed`: a journal entry, at `client` and `seq`; `act`: what the office's server did
 * itself; `earlier-deed`, `earlier-rows`: what was there before the chain began.
 */
export const KINDS = ['deed', 'act', 'earlier-deed', 'earlier-rows'] as const;
export type Kind = (typeof KINDS)[number];

export type Entry = Omit<Selectable<Database['history']>, 'office'>;
export type EntryRow = Omit<Selectable<Database['history_row']>, 'office' | 'nth'>;

/** A row by its table and id. */
export interface Ref {
  readonly table: string;
  readonly id: string;
}

/** @param rows in the order of table and id */
export function hashOf(
  before: string,
  nth: number,
  entry: Omit<Entry, 'nth' | 'hash'>,
  rows: readonly EntryRow[],
): string {
  const { kind, name, account_id, client, seq, at, detail, digest } = entry;
  const values: unknown[] = [before, nth, kind, name, account_id, client, seq, at, detail, digest];
  for (const row of rows) values.push(row.table_name, row.row_id, row.digest);
  return digestOfValues(values);
}

/** In the store's own order: tables and ids are plain ASCII. */
export function inOrder(rows: readonly EntryRow[]): EntryRow[] {
  if (rows.length < 2) return [...rows];
  return rows.toSorted((a, b) => {
    if (a.table_name !== b.table_name) return a.table_name < b.table_name ? -1 : 1;
    return a.row_id < b.row_id ? -1 : 1;
  });
}

/** Digits of the hash that a person writes down: 96 bits. */
const SHORT = 24;

/** Where the chain ends, short enough to be written down: `1234-9f3a…`. */
export function sayEnd({ nth, hash }: ChainEnd): string {
  return `${nth}-${hash.slice(0, SHORT)}`;
}

/** What was written down, as typed; null for what is no end of a chain. */
export function readEnd(typed: string): ChainEnd | null {
  const [, nth, hash] = /^\s*(\d{1,15})-([0-9a-f]{24,64})\s*$/i.exec(typed) ?? [];
  if (nth === undefined || hash === undefined) return null;
  return { nth: Number(nth), hash: hash.toLowerCase() };
}
