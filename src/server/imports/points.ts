import { type PointRow, ROWS } from '../../protocol/rows/index.ts';
import { fit, isFault, type Parsed, repeatedKeys } from './parsed.ts';
import { type Fault, type Line, readSheet } from './tsv.ts';

const COLUMNS = [
  'code',
  'name',
  'category',
  'category_name',
  'address',
  'street',
  'territory',
  'sector_unit',
  'lon',
  'lat',
  'crs',
  'kind',
  'name_basis',
] as const;
const COLUMN_OF = {
  id: 'code',
  name: 'name',
  category: 'category',
  categoryName: 'category_name',
  address: 'address',
  streetId: 'street',
  territoryId: 'territory',
  sectorId: 'sector_unit',
  lon: 'lon',
  lat: 'lat',
  kind: 'kind',
};

/** What a point may refer to. */
export interface City {
  readonly units: Pick<ReadonlySet<string>, 'has'>;
  readonly categories: Pick<ReadonlySet<string>, 'has'>;
}

/** Points with their initials still empty. Positions must declare WGS84, for the others are half a kilometre off. */
export function parsePoints(bytes: Uint8Array, city: City): Parsed<PointRow> {
  const sheet = readSheet(bytes, COLUMNS);
  const faults: Fault[] = [
    ...sheet.faults,
    ...repeatedKeys(sheet.lines, (line) => line.cells.code ?? ''),
  ];
  const rows: PointRow[] = [];
  for (const line of sheet.lines) {
    const { cells } = line;
    const row = fit(
      ROWS.point,
      line,
      {
        id: cells.code,
        name: cells.name,
        category: cells.category,
        categoryName: cells.category_name,
        address: cells.address,
        streetId: cells.street,
        territoryId: cells.territory,
        sectorId: cells.sector_unit,
        lon: degrees(cells.lon, 180),
        lat: degrees(cells.lat, 90),
        kind: cells.kind,
        realName: cells.name_basis !== 'sample-name',
        initials: '',
      },
      COLUMN_OF,
    );
    if (isFault(row)) {
      faults.push(row);
      continue;
    }
    const reason = misfit(line, city);
    if (reason === null) rows.push(row);
    else faults.push({ line: line.line, reason });
  }
  return { rows, faults };
}

function misfit({ cells }: Line<(typeof COLUMNS)[number]>, city: City): string | null {
  if (cells.name === '') return '“name”为空';
  if (cells.crs !== 'WGS84') {
    return cells.crs === ''
      ? '没有声明坐标系（crs），只接受 WGS84'
      : `坐标系是 ${cells.crs.slice(0, 20)}，只接受 WGS84，请先转换`;
  }
  if (!city.categories.has(cells.category)) return `没有类型 ${cells.category} 的检查清单`;
  const owner = [cells.street, cells.territory, cells.sector_unit].find(
    (unit) => !city.units.has(unit),
  );
  return owner === undefined ? null : `没有责任单位 ${owner}`;
}

function degrees(cell: string, limit: number): number | null {
  if (!/^-?\d{1,3}(\.\d+)?$/.test(cell)) return null;
  const value = Number(cell);
  return Math.abs(value) <= limit ? value : null;
}
