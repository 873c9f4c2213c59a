import type { TableCell, TablePiece } from '../../../document/sheet.ts';
import { PaperLines } from './paper-text.tsx';

/** A table to whoever is read to; its words stand on the sheet and its rules are drawn apart. */
export function PaperTable({ table }: { readonly table: TablePiece }) {
  const headers = table.rows.filter((row) => row.header);
  const rows = table.rows.filter((row) => !row.header);
  return (
    <table class="paper-table" aria-label={table.name}>
      {headers.length > 0 && (
        <thead>
          {headers.map((row) => (
            <tr>
              {row.cells.map((cell) => (
                <th scope="col">
                  <PaperLines lines={cell.lines} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
      )}
      <tbody>
        {rows.map((row) => (
          <tr>{row.cells.map((cell, at) => formCell(cell, at === 0 && headers.length === 0))}</tr>
        ))}
      </tbody>
    </table>
  );
}

/** In a form the first cell of a line says what is asked. */
function formCell(cell: TableCell, asks: boolean) {
  const lines = <PaperLines lines={cell.lines} />;
  return asks ? <th scope="row">{lines}</th> : <td>{lines}</td>;
}
