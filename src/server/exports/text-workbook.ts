/**
 * A table as a workbook of one sheet. Every cell is text that is typed as text: nothing
 * that anybody wrote becomes a formula. The same table gives the same bytes.
 */
import { unzipSync, type Zippable, zipSync } from 'fflate';
import type { Cell } from 'write-excel-file/node';
import { ofXml } from './xml-text.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Without a zone: a ZIP holds the time of the wall. */
const ZIP_TIME = '1980-01-01T12:00:00';

export interface TextTable {
  readonly sheet: string;
  readonly columns: readonly { readonly name: string; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
}

export async function textWorkbook({ sheet, columns, rows }: TextTable): Promise<Buffer> {
  const head = columns.map(({ name }) => ({ ...cell(name), fontWeight: 'bold' as const }));
  const lines = rows.map((row) => row.map(cell));
  // Ten megabytes that most days of a server never need.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const bytes = await writeXlsxFile([head, ...lines], {
    sheet,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
  const parts: Zippable = {};
  for (const [name, part] of Object.entries(unzipSync(bytes))) parts[name] = part;
  return Buffer.from(zipSync(parts, { mtime: ZIP_TIME, os: 0 }));
}

function cell(text: string): Cell & { readonly value: string } {
  return { type: String, value: ofXml(text) };
}
