/**
 * The ledger as a workbook (ECMA-376), written row by row. Text is written as text, in the
 * sheet itself: nothing that anybody wrote becomes a formula, and no table of strings grows.
 */
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { OFFICE_OFFSET_MS } from '../../../domain/civil.ts';
import { xmlText } from '../xml-text.ts';
import { type Cell, COLUMNS } from './columns.ts';
import type { ExportRow } from './export-rows.ts';

/** What a sheet holds, its head included. */
export const MOST_ROWS = 1_048_576;

/** The cheap end: twice as fast as the usual one, and a tenth larger. */
const LEVEL = 2;
const DAY_MS = 86_400_000;
/** 1970-01-01 as a workbook counts days. */
const EPOCH_DAY = 25_569;
const BOLD = 1;
const MOMENT = 2;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="问题台账" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

/** The bytes of the workbook, as they are asked for. */
export function workbookOf(chunks: AsyncIterable<readonly ExportRow[]>, mtime: Date): Readable {
  const zip = new ZipFile();
  for (const [name, xml] of Object.entries(PARTS)) {
    zip.addBuffer(Buffer.from(HEAD + xml), name, { mtime });
  }
  const sheet = Readable.from(sheetXml(chunks));
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml', { mtime, compressionLevel: LEVEL });
  zip.end();
  return zipBytes(zip, sheet);
}

/** A zip's bytes as one stream; what goes wrong in a part ends it, and its end ends the part. */
export function zipBytes(zip: ZipFile, part: Readable): Readable {
  const bytes = zip.outputStream;
  if (!(bytes instanceof Readable)) throw new Error('a zip is written as a stream');
  zip.on('error', (error: Error) => bytes.destroy(error));
  part.on('error', (error: Error) => bytes.destroy(error));
  bytes.on('close', () => part.destroy());
  return bytes;
}

async function* sheetXml(chunks: AsyncIterable<readonly ExportRow[]>): AsyncGenerator<string> {
  const widths = COLUMNS.map(
    ({ width }, nth) => `<col min="${nth + 1}" max="${nth + 1}" width="${width}" customWidth="1"/>`,
  );
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const head = COLUMNS.map(({ name }, nth) => textCell(address(nth, 1), name, BOLD)).join('');
  yield `${HEAD}<worksheet xmlns="${MAIN}">${frozen}<cols>${widths.join('')}</cols><sheetData><row r="1">${head}</row>`;
  let line = 1;
  for await (const rows of chunks) {
    yield rows.map((row) => rowXml(row, ++line)).join('');
  }
  yield '</sheetData></worksheet>';
}

function rowXml(row: ExportRow, line: number): string {
  const cells = COLUMNS.map((column, nth) => cellXml(address(nth, line), column.of(row)));
  return `<row r="${line}">${cells.join('')}</row>`;
}

function cellXml(at: string, cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return textCell(at, cell.text, 0);
    case 'number':
      return `<c r="${at}"><v>${cell.value}</v></c>`;
    case 'moment':
      return `<c r="${at}" s="${MOMENT}"><v>${(cell.at + OFFICE_OFFSET_MS) / DAY_MS + EPOCH_DAY}</v></c>`;
    case 'empty':
      return '';
  }
}

function textCell(at: string, text: string, style: number): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** `A1`; there are fewer columns than twice the alphabet. */
function address(column: number, line: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return `${column < 26 ? '' : 'A'}${letter}${line}`;
}
