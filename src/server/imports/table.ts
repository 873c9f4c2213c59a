/**
 * A table as people have it: XLSX, CSV or TSV, told apart by their bytes. Rows of texts,
 * with the line of each; a workbook's dates come as the office's clock shows them.
 */
import { delimitedRows } from './delimited.ts';
import type { Fault, Line, Sheet } from './tsv.ts';
import { isModest } from './zip-size.ts';

/** By column, the names that a header may give it, the likelier first; that one is said where it is missing. */
export type Headings<C extends string> = Readonly<Record<C, readonly string[]>>;

/** A workbook of 5 MB holds more than this only where it is made to. */
const MAX_UNZIPPED = 100 * 1024 * 1024;
const MAX_ROWS = 50_000;

interface NumberedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** `needed` columns must be there; the others are empty where they are not. */
export async function readTable<C extends string>(
  bytes: Uint8Array,
  headings: Headings<C>,
  needed: readonly NoInfer<C>[],
): Promise<Sheet<C>> {
  const rows = isZip(bytes) ? await workbookRows(bytes) : delimitedRows(bytes);
  if (typeof rows === 'string') return only({ line: 1, reason: rows });
  const [header, ...rest] = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (!header) return only({ line: 1, reason: '文件里没有内容' });
  if (rest.length === 0) return only({ line: header.line + 1, reason: '没有内容' });
  if (rest.length > MAX_ROWS) {
    return only({ line: 1, reason: `超过 ${MAX_ROWS} 行，请分成几份` });
  }
  const places = placesOf(headings, header.cells);
  const missing = needed.filter((column) => places[column] < 0);
  if (missing.length > 0) {
    const names = missing.map((column) => headings[column][0] ?? column);
    return only({ line: header.line, reason: `表头缺少这些列：${names.join('、')}` });
  }
  return { lines: rest.map((row) => lineOf(row, places)), faults: [] };
}

function only<C extends string>(fault: Fault): Sheet<C> {
  return { lines: [], faults: [fault] };
}

type Places<C extends string> = Readonly<Record<C, number>>;

function placesOf<C extends string>(headings: Headings<C>, header: readonly string[]): Places<C> {
  const names = header.map((name) => name.toLowerCase());
  const entries = columnsOf(headings).map((column) => {
    const at = headings[column].map((name) => names.indexOf(name.toLowerCase()));
    return [column, at.find((place) => place >= 0) ?? -1];
  });
  return Object.fromEntries(entries);
}

function lineOf<C extends string>({ line, cells }: NumberedRow, places: Places<C>): Line<C> {
  const entries = columnsOf(places).map((column) => [column, cells[places[column]] ?? '']);
  return { line, cells: Object.fromEntries(entries) };
}

function columnsOf<C extends string>(record: Readonly<Record<C, unknown>>): C[] {
  const columns: C[] = [];
  for (const column in record) columns.push(column);
  return columns;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** Why it can't be read, in words, instead of its rows. */
async function workbookRows(bytes: Uint8Array): Promise<NumberedRow[] | string> {
  if (!isModest(bytes, MAX_UNZIPPED)) return '这个电子表格展开后太大，没有读取';
  const { readSheet } = await import('read-excel-file/node');
  try {
    const rows = await readSheet(Buffer.from(bytes));
    return rows.map((cells, nth) => ({ line: nth + 1, cells: cells.map(textOf) }));
  } catch {
    // Whatever the library says of it: to the person it is a file that is no workbook.
    return '这个文件不是完整的 XLSX 电子表格';
  }
}

/** A workbook holds the time of the wall, which the library gives as if it were UTC. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 16).replace('T', ' ');
  }
  return String(cell).trim();
}
