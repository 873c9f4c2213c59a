/** Rows of a table, measured: every cell broken into lines within its column. */
import type { FaceMetrics } from '../metrics.ts';
import type { FormLine, Signature, Table } from '../paper.ts';
import { BLOCK, mm } from './geometry.ts';
import { type BrokenText, balance, breakText } from './text.ts';

export interface Cell {
  readonly text: BrokenText;
  readonly signature: Signature | null;
}

export interface MeasuredRow {
  readonly header: boolean;
  readonly cells: readonly Cell[];
  readonly height: number;
}

export interface Grid {
  readonly name: string;
  readonly columns: readonly {
    readonly x: number;
    readonly width: number;
    readonly align: 'left' | 'center';
  }[];
  /** Height of a line of writing. */
  readonly pitch: number;
  readonly header: MeasuredRow | null;
  readonly rows: readonly MeasuredRow[];
}

export const PAD = { x: 4, y: 5 } as const;
const LIST_SIZE = 12;
const LIST_PITCH = 18;
const WRITING_LINES = 2;
const FORM_SIZE = 14;
const FORM_PITCH = 22;
const NAME_COLUMN = mm(53);
const BESIDE_SIGNATURE = 0.55;

export function listGrid(name: string, table: Table, metrics: FaceMetrics): Grid {
  let x: number = BLOCK.left;
  const columns = table.columns.map((column) => {
    const placed = { x, width: column.share * BLOCK.width, align: column.align };
    x += placed.width;
    return placed;
  });
  const row = (texts: readonly string[], header: boolean): MeasuredRow => {
    const face = header ? 'heiti' : 'fangsong';
    const cells = columns.map((column, at) => ({
      text: breakText(
        texts[at] ?? '',
        { face, size: LIST_SIZE },
        column.width - 2 * PAD.x,
        metrics,
      ),
      signature: null,
    }));
    // What is left blank is written in by hand, and a hand needs room.
    const least = texts.includes('') ? WRITING_LINES : 1;
    return { header, cells, height: heightOf(cells, LIST_PITCH, least) };
  };
  return {
    name,
    columns,
    pitch: LIST_PITCH,
    header: row(
      table.columns.map((column) => column.name),
      true,
    ),
    rows: table.rows.map((texts) => row(texts, false)),
  };
}

/** `tight` leaves no more room to write in than one line each. */
export function formGrid(
  name: string,
  form: readonly FormLine[],
  metrics: FaceMetrics,
  tight = false,
): Grid {
  const valueWidth = BLOCK.width - NAME_COLUMN;
  const columns = [
    { x: BLOCK.left, width: NAME_COLUMN, align: 'center' },
    { x: BLOCK.left + NAME_COLUMN, width: valueWidth, align: 'left' },
  ] as const;
  const style = { face: 'fangsong', size: FORM_SIZE } as const;
  // What is written beside a signature leaves it room.
  const room = (line: FormLine) =>
    (valueWidth - 2 * PAD.x) * (line.signature === null ? 1 : BESIDE_SIGNATURE);
  return {
    name,
    columns,
    pitch: FORM_PITCH,
    header: null,
    rows: form.map((line) => {
      const cells = [
        {
          text: balance(line.name, style, NAME_COLUMN - 2 * PAD.x, metrics),
          signature: null,
        },
        {
          text: breakText(line.value, style, room(line), metrics),
          signature: line.signature,
        },
      ];
      return { header: false, cells, height: heightOf(cells, FORM_PITCH, tight ? 1 : line.lines) };
    }),
  };
}

function heightOf(cells: readonly Cell[], pitch: number, least: number): number {
  return Math.max(least, ...cells.map((cell) => cell.text.lines.length)) * pitch + 2 * PAD.y;
}

export function gridHeight(grid: Grid): number {
  return grid.rows.reduce((sum, row) => sum + row.height, grid.header?.height ?? 0);
}
