/** Tables and forms; a row is never torn, and a table's head stands on each of its pages. */
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type ITableCellOptions,
  type ITableRowOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { FormLine, Table as PaperTable } from '../paper.ts';
import { lettersWide, TEXT_WIDTH, twipsOfMm } from './measures.ts';
import type { Pictures } from './pictures.ts';
import { words } from './words.ts';

const LINE = { style: BorderStyle.SINGLE, size: 7, color: '000000' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
export const RULED = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
} as const;
export const UNRULED = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
} as const;

const PADDING = { top: 100, bottom: 100, left: 80, right: 80 } as const;
const LIST_LINE = 360;
/** What is left blank is written in by hand, and a hand needs room. */
const WRITING_LINES = 2;
const FORM_LETTER = 280;
const FORM_LINE = 440;
const FORM_NAME = twipsOfMm(53);
const FORM_VALUE = TEXT_WIDTH - FORM_NAME;

export function listTable(table: PaperTable): Table {
  const widths = table.columns.map((column) => Math.round(column.share * TEXT_WIDTH));
  const head = table.columns.map((column, at) => cell(words('CellHead', column.name), widths[at]));
  const rows = table.rows.map((row) => {
    const cells = table.columns.map((column, at) =>
      cell(words(column.align === 'center' ? 'CellCenter' : 'Cell', row[at] ?? ''), widths[at]),
    );
    return rowOf(cells, rowHeight(row.includes('') ? WRITING_LINES : 1, LIST_LINE));
  });
  return new Table({
    ...frame(widths),
    rows: [rowOf(head, rowHeight(1, LIST_LINE), { tableHeader: true }), ...rows],
  });
}

/** `room` in twips: a form that would be higher leaves less to write in rather than take a page more. */
export function formTable(form: readonly FormLine[], pictures: Pictures, room: number): Table {
  const roomy = form.reduce((sum, line) => sum + rowHeight(linesOf(line), FORM_LINE), 0);
  const tight = roomy > room;
  return new Table({
    ...frame([FORM_NAME, FORM_VALUE]),
    // Kept together: a form that is torn is handed in by halves.
    rows: form.map((line, at) =>
      rowOf(
        [
          cell(words('FormName', line.name), FORM_NAME),
          cell(formValue(line, pictures), FORM_VALUE),
        ],
        rowHeight(tight ? 1 : line.lines, FORM_LINE),
        { keepNext: at < form.length - 1 },
      ),
    ),
  });
}

function linesOf(line: FormLine): number {
  const letters = (FORM_VALUE - PADDING.left - PADDING.right) / FORM_LETTER;
  return Math.max(line.lines, Math.ceil(lettersWide(line.value) / letters));
}

function rowHeight(lines: number, pitch: number): number {
  return lines * pitch + PADDING.top + PADDING.bottom;
}

/** A signature stands under the name of whom it is. */
function formValue(line: FormLine, pictures: Pictures): Paragraph[] {
  const value = words('FormValue', line.value);
  if (line.signature === null) return [value];
  const written = new Paragraph({
    style: 'Photo',
    alignment: AlignmentType.LEFT,
    children: [pictures.signature(line.signature, line.name)],
  });
  return line.value === '' ? [written] : [value, written];
}

type CellForm = Pick<ITableCellOptions, 'verticalAlign' | 'margins'>;

export function cell(
  content: Paragraph | readonly (Paragraph | Table)[],
  width = 0,
  form: CellForm = {},
): TableCell {
  return new TableCell({
    children: content instanceof Paragraph ? [content] : content,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...form,
  });
}

type RowForm = Pick<ITableRowOptions, 'tableHeader' | 'keepNext'>;

export function rowOf(
  cells: readonly TableCell[],
  height: number,
  form: RowForm = {},
  rule: typeof HeightRule.ATLEAST | typeof HeightRule.EXACT = HeightRule.ATLEAST,
): TableRow {
  return new TableRow({
    ...form,
    children: cells,
    cantSplit: true,
    height: { value: height, rule },
  });
}

export function frame(columnWidths: readonly number[], ruled = true) {
  return {
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    margins: PADDING,
    borders: ruled ? RULED : UNRULED,
  };
}
