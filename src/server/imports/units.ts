import { ROWS, type UnitRow } from '../../protocol/rows/index.ts';
import { fit, isFault, type Parsed, repeatedKeys } from './parsed.ts';
import { type Fault, readSheet } from './tsv.ts';

const COLUMNS = ['unit', 'name', 'short_name', 'kind', 'duties'] as const;
const COLUMN_OF = {
  id: 'unit',
  name: 'name',
  shortName: 'short_name',
  kind: 'kind',
  duties: 'duties',
};

export function parseUnits(bytes: Uint8Array): Parsed<UnitRow> {
  const sheet = readSheet(bytes, COLUMNS);
  const faults: Fault[] = [
    ...sheet.faults,
    ...repeatedKeys(sheet.lines, (line) => line.cells.unit ?? ''),
  ];
  const rows: UnitRow[] = [];
  for (const line of sheet.lines) {
    const { unit, name, short_name, kind, duties } = line.cells;
    const row = fit(
      ROWS.unit,
      line,
      { id: unit, name, shortName: short_name, kind, duties },
      COLUMN_OF,
    );
    if (isFault(row)) faults.push(row);
    else if (name === '' || short_name === '')
      faults.push({ line: line.line, reason: '名称或简称为空' });
    else rows.push(row);
  }
  return { rows, faults };
}
