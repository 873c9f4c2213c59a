/** The ledger as GeoJSON (RFC 7946): WGS84, longitude first, one feature a problem. */
import { civilDateOf, sayClock } from '../../../domain/civil.ts';
import { type Cell, COLUMNS, positionOf } from './columns.ts';
import type { ExportRow } from './export-rows.ts';

export async function* geoJsonOf(
  chunks: AsyncIterable<readonly ExportRow[]>,
): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[';
  let before = '\n';
  for await (const rows of chunks) {
    for (const row of rows) {
      yield before + JSON.stringify(featureOf(row));
      before = ',\n';
    }
  }
  yield '\n]}\n';
}

function featureOf(row: ExportRow) {
  const at = positionOf(row);
  const properties = COLUMNS.filter(({ name }) => name !== '经度' && name !== '纬度').map(
    (column) => [column.name, plain(column.of(row))],
  );
  return {
    type: 'Feature',
    id: row.id,
    // A problem of a point without a position is told all the same.
    geometry: at ? { type: 'Point', coordinates: [short(at.lon), short(at.lat)] } : null,
    properties: Object.fromEntries(properties),
  };
}

/** About a centimetre: more figures say nothing (RFC 7946, 11.2). */
function short(degrees: number): number {
  return Number(degrees.toFixed(7));
}

function plain(cell: Cell): string | number | null {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'number':
      return cell.value;
    case 'moment':
      return `${civilDateOf(cell.at)}T${sayClock(cell.at)}+08:00`;
    case 'empty':
      return null;
  }
}
