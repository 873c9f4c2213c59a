/** The ledger as CSV (RFC 4180) that a spreadsheet opens in Chinese, and takes no cell of for a formula. */
import { civilDateOf, sayClock } from '../../../domain/civil.ts';
import { type Cell, COLUMNS } from './columns.ts';
import type { ExportRow } from './export-rows.ts';

/** A spreadsheet on a Chinese machine takes a file without it for GB 18030. */
const BOM = '\uFEFF';

export async function* csvOf(chunks: AsyncIterable<readonly ExportRow[]>): AsyncGenerator<string> {
  yield BOM + line(COLUMNS.map(({ name }) => quoted(name)));
  for await (const rows of chunks) {
    yield rows.map((row) => line(COLUMNS.map((column) => csvCell(column.of(row))))).join('');
  }
}

function csvCell(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return quoted(harmless(cell.text));
    case 'number':
      return String(cell.value);
    case 'moment':
      return `${civilDateOf(cell.at)} ${sayClock(cell.at)}`;
    case 'empty':
      return '';
  }
}

/** What begins like a formula, in either width, gets the sign by which a spreadsheet knows text. */
function harmless(text: string): string {
  return /^[\s\0]*[=+\-@＝＋－＠]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function line(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}
