/** Breaks a table over pages: its header again on each, no row parted that a page could hold. */
import type { RulePiece, StrokesPiece, TablePiece, TableRow, TextLine } from '../sheet.ts';
import { widthOf } from './chars.ts';
import { BLOCK } from './geometry.ts';
import { strokesIn } from './strokes.ts';
import { type Cell, type Grid, gridHeight, type MeasuredRow, PAD } from './table-cells.ts';
import { setText } from './text.ts';

export interface TablePart {
  readonly piece: TablePiece;
  readonly bottom: number;
}

const RULE = 0.5;

/**
 * The parts of a table, one a page. The first begins at `top` of the page that is begun, the
 * others at a page's top; it is null where not even one row found room.
 */
export function tableParts(grid: Grid, top: number, whole: boolean): (TablePart | null)[] {
  const head = grid.header?.height ?? 0;
  const rows = grid.rows.flatMap((row) => parted(row, BLOCK.height - head, grid.pitch));
  const total = gridHeight({ ...grid, rows });
  const parts: (TablePart | null)[] = [];
  let begin = top;
  let own: MeasuredRow[] = [];
  let bottom = top + head;
  const close = () => {
    parts.push(own.length === 0 ? null : partOf(grid, own, begin));
    own = [];
    begin = BLOCK.top;
    bottom = begin + head;
  };
  if (whole && top + total > BLOCK.bottom && total <= BLOCK.height) close();
  for (const row of rows) {
    if (bottom + row.height > BLOCK.bottom + 0.01 && (own.length > 0 || begin > BLOCK.top)) close();
    own.push(row);
    bottom += row.height;
  }
  close();
  return parts;
}

/** A row that is higher than a page is parted between its lines. */
function parted(row: MeasuredRow, most: number, pitch: number): MeasuredRow[] {
  if (row.height <= most) return [row];
  const fit = Math.max(1, Math.floor((most - 2 * PAD.y) / pitch));
  const longest = Math.max(...row.cells.map((cell) => cell.text.lines.length));
  return Array.from({ length: Math.ceil(longest / fit) }, (_, part) => {
    const cells = row.cells.map((cell) => ({
      text: { ...cell.text, lines: cell.text.lines.slice(part * fit, (part + 1) * fit) },
      signature: part === 0 ? cell.signature : null,
    }));
    const lines = Math.max(1, ...cells.map((cell) => cell.text.lines.length));
    return { header: false, cells, height: lines * pitch + 2 * PAD.y };
  });
}

function partOf(grid: Grid, own: readonly MeasuredRow[], top: number): TablePart {
  const rows = grid.header ? [grid.header, ...own] : own;
  const drawn: TableRow[] = [];
  const rules: RulePiece[] = [];
  let y = top;
  for (const row of rows) {
    rules.push(rule(BLOCK.left, y, BLOCK.width, RULE));
    drawn.push({
      header: row.header,
      cells: row.cells.map((cell, at) => setCell(grid, cell, at, y, row)),
    });
    y += row.height;
  }
  rules.push(rule(BLOCK.left, y, BLOCK.width, RULE));
  for (const x of [...grid.columns.map((column) => column.x), BLOCK.right]) {
    rules.push(rule(x - RULE / 2, top, RULE, y - top + RULE));
  }
  return { piece: { kind: 'table', name: grid.name, rows: drawn, rules }, bottom: y };
}

function rule(x: number, y: number, width: number, height: number): RulePiece {
  return { kind: 'rule', x, y, width, height, ink: 'black' };
}

/** In the middle of its row; a signature stands behind what is written. */
function setCell(grid: Grid, cell: Cell, at: number, top: number, row: MeasuredRow) {
  const column = grid.columns[at];
  if (!column) return { lines: [], strokes: null };
  const x = column.x + PAD.x;
  const width = column.width - 2 * PAD.x;
  const above = (row.height - cell.text.lines.length * grid.pitch) / 2;
  const align = row.header ? 'center' : column.align;
  const lines: TextLine[] = setText(cell.text, top + above, { x, width, align, pitch: grid.pitch });
  return { lines, strokes: signatureBehind(cell, x, width, top, row.height) };
}

function signatureBehind(
  cell: Cell,
  x: number,
  width: number,
  top: number,
  height: number,
): StrokesPiece | null {
  if (cell.signature === null) return null;
  const widths = cell.text.lines.map((line) =>
    widthOf(cell.text.chars.slice(line.start, line.end)),
  );
  const left = cell.text.chars.length === 0 ? 0 : Math.max(...widths) + 3 * PAD.x;
  return strokesIn(cell.signature, {
    x: x + left,
    y: top + 2,
    width: width - left,
    height: height - 4,
  });
}
