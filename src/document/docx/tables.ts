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
import { TEXT_WIDTH, twipsOfMm } from './measures.ts';
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

const PADDING = {
  top: twipsOfMm(2),
  bottom: twipsOfMm(2),
  left: twipsOfMm(1.5),
  right: twipsOfMm(1.5),
};
const ROW = twipsOfMm(12);
/** So that a 送达回证 keeps to its page where two of its values take a line more. */
const FORM_LINE_MM = 9;
const FORM_PADDING_MM = 3;
const FORM_NAME = twipsOfMm(46);
const FORM_VALUE = TEXT_WIDTH - FORM_NAME;

export function listTable(table: PaperTable): Table {
  const widths = table.columns.map((column) => Math.round(column.share * TEXT_WIDTH));
  const head = table.columns.map((column, at) => cell(words('CellHead', column.name), widths[at]));
  const rows = table.rows.map((row) =>
    table.columns.map((column, at) =>
      cell(words(column.align === 'center' ? 'CellCenter' : 'Cell', row[at] ?? ''), widths[at]),
    ),
  );
  return new Table({
    ...frame(widths),
    rows: [rowOf(head, ROW, { tableHeader: true }), ...rows.map((cells) => rowOf(cells, ROW))],
  });
}

export function formTable(form: readonly FormLine[], pictures: Pictures): Table {
  return new Table({
    ...frame([FORM_NAME, FORM_VALUE]),
    // Kept together: a form that is torn is handed in by halves.
    rows: form.map((line, at) =>
      rowOf(
        [
          cell(words('FormName', line.name), FORM_NAME),
          cell(formValue(line, pictures), FORM_VALUE),
        ],
        twipsOfMm(line.lines * FORM_LINE_MM + FORM_PADDING_MM),
        { keepNext: at < form.length - 1 },
      ),
    ),
  });
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

export function rowOf(cells: readonly TableCell[], height: number, form: RowForm = {}): TableRow {
  return new TableRow({
    ...form,
    children: cells,
    cantSplit: true,
    height: { value: height, rule: HeightRule.ATLEAST },
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
