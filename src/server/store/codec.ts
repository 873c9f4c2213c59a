/** A synced row as SQL values and back. What comes out of the store is parsed like what comes in. */
import type * as z from 'zod/mini';
import { ROWS, type RowOf, type TableName } from '../../protocol/rows/index.ts';
import { type Column, columnsOf } from './columns.ts';

export type RawRow = Readonly<Record<string, unknown>>;

export interface Codec<T extends TableName> {
  readonly columns: readonly Column[];
  /** Values in the columns' order, fit to bind on either store. */
  encode(row: RowOf[T]): unknown[];
  decode(raw: RawRow): RowOf[T];
}

function codec<T extends TableName>(table: T, schema: z.ZodMiniType<RowOf[T]>): Codec<T> {
  const columns = columnsOf(table);
  return {
    columns,
    encode: (row) => columns.map((column) => toSql(column, Reflect.get(row, column.field))),
    decode(raw) {
      const fields: Record<string, unknown> = {};
      for (const column of columns) fields[column.field] = fromSql(column, raw[column.column]);
      return schema.parse(fields);
    },
  };
}

export const CODECS: { readonly [T in TableName]: Codec<T> } = {
  office: codec('office', ROWS.office),
  calendar: codec('calendar', ROWS.calendar),
  unit: codec('unit', ROWS.unit),
  checklist: codec('checklist', ROWS.checklist),
  point: codec('point', ROWS.point),
  round: codec('round', ROWS.round),
  team: codec('team', ROWS.team),
  inspection: codec('inspection', ROWS.inspection),
  finding: codec('finding', ROWS.finding),
  photo: codec('photo', ROWS.photo),
  notice: codec('notice', ROWS.notice),
  event: codec('event', ROWS.event),
  font: codec('font', ROWS.font),
  signer: codec('signer', ROWS.signer),
  reply: codec('reply', ROWS.reply),
  recheck: codec('recheck', ROWS.recheck),
  extension: codec('extension', ROWS.extension),
  handoff: codec('handoff', ROWS.handoff),
  letter: codec('letter', ROWS.letter),
};

function toSql(column: Column, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (column.kind === 'json') return JSON.stringify(value);
  // Both stores take 0 and 1 for a truth value; SQLite takes nothing else.
  return column.kind === 'bool' ? Number(value === true) : value;
}

function fromSql(column: Column, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (column.kind === 'json') return JSON.parse(String(value));
  return column.kind === 'bool' ? value === 1 : value;
}
