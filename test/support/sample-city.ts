/** The sample city's own files, read as an import would. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HintUnit, PointOwners } from '../../src/domain/unit-hint.ts';
import { ROOT } from './walls/source-file.ts';

export interface SamplePoint extends PointOwners {
  readonly code: string;
  readonly category: string;
}

export interface SampleItem {
  readonly category: string;
  readonly id: string;
  readonly text: string;
  readonly unitHint: string;
}

function rowsOf(name: string): ((column: string) => string)[] {
  const file = join(ROOT, 'src/server/sample/city', `${name}.tsv`);
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const columns = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return (column) => {
      const at = columns.indexOf(column);
      if (at < 0) throw new Error(`${name}.tsv has no column ${column}`);
      return cells[at] ?? '';
    };
  });
}

export const sampleUnits: readonly HintUnit[] = rowsOf('units').map((cell) => ({
  id: cell('unit'),
  name: cell('name'),
  shortName: cell('short_name'),
  kind: cell('kind'),
}));

export const sampleItems: readonly SampleItem[] = rowsOf('checklists').map((cell) => ({
  category: cell('category'),
  id: cell('item'),
  text: cell('text'),
  unitHint: cell('unit_hint'),
}));

export const samplePoints: readonly SamplePoint[] = ['points-key', 'points-unlisted'].flatMap(
  (name) =>
    rowsOf(name).map((cell) => ({
      code: cell('code'),
      category: cell('category'),
      streetId: cell('street'),
      territoryId: cell('territory'),
      sectorId: cell('sector_unit'),
    })),
);
