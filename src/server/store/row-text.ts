/**
 * A stored row as the JSON that travels, made straight from what the store
 * returns: it was parsed when it was written, and a pull is mostly rows.
 */
import type { TableName } from '../../protocol/rows/index.ts';
import { CODECS, type RawRow } from './codec.ts';
import type { Column } from './columns.ts';

export function rowText(table: TableName, raw: RawRow): string {
  const fields = CODECS[table].columns.map((column) => {
    return `"${column.field}":${valueText(column, raw[column.column])}`;
  });
  return `{${fields.join(',')}}`;
}

function valueText(column: Column, value: unknown): string {
  if (value === null || value === undefined) return 'null';
  // Both stores give JSON back as the text that it is kept as.
  if (column.kind === 'json') return String(value);
  return column.kind === 'bool' ? String(value === 1) : JSON.stringify(value);
}
