/**
 * Takes an import under the office's lock: what is new or different is written,
 * what is the same keeps its version, and nothing is ever taken away.
 */
import { isDeepStrictEqual } from 'node:util';
import type { ImportReport } from '../../protocol/admin.ts';
import type { ChecklistRow, PointRow, RowOf, UnitRow } from '../../protocol/rows/index.ts';
import type { Db } from '../store/database.ts';
import { takeVersions } from '../store/office-lock.ts';
import type { Rows } from '../store/rows.ts';
import { initialsMaker } from './initials.ts';

type Imported = 'unit' | 'checklist' | 'point';

/** A version is never split over two pages of a pull, so a big import takes several. */
const ROWS_A_VERSION = 500;

export async function takeUnits(
  tx: Db,
  rows: Rows,
  units: readonly UnitRow[],
): Promise<ImportReport> {
  return writeChanged(tx, rows, 'unit', units);
}

/** A list whose items differ from its last edition becomes the next one; inspections keep theirs. */
export async function takeChecklists(
  tx: Db,
  rows: Rows,
  lists: readonly ChecklistRow[],
): Promise<ImportReport> {
  const newest = new Map<string, ChecklistRow>();
  for (const { row } of await rows.all(tx, 'checklist')) {
    const known = newest.get(row.category);
    if (!known || known.edition < row.edition) newest.set(row.category, row);
  }
  let unchanged = 0;
  const fresh: ChecklistRow[] = [];
  for (const list of lists) {
    const last = newest.get(list.category);
    if (last && last.name === list.name && isDeepStrictEqual(last.items, list.items)) {
      unchanged += 1;
      continue;
    }
    const edition = (last?.edition ?? 0) + 1;
    fresh.push({ ...list, id: `${list.category}@${edition}`, edition });
  }
  await write(tx, rows, 'checklist', fresh);
  const changed = fresh.filter((list) => list.edition > 1).length;
  return { added: fresh.length - changed, changed, unchanged };
}

export async function takePoints(
  tx: Db,
  rows: Rows,
  points: readonly PointRow[],
): Promise<ImportReport> {
  const initialsOf = await initialsMaker();
  const named = points.map((point) => ({ ...point, initials: initialsOf(point.name) }));
  const known = await rows.getMany(
    tx,
    'point',
    named.map((point) => point.id),
  );
  const listed = new Set(
    known.filter(({ row }) => row.kind !== 'unlisted').map(({ row }) => row.id),
  );
  const hidden = named.filter((point) => point.kind === 'unlisted' && listed.has(point.id));
  const report = await writeChanged(tx, rows, 'point', named);
  // Devices hold it already: it stays in their sight, since it cannot be taken back from them.
  for (const point of hidden) {
    await tx
      .updateTable('point')
      .set({ drawn: 1 })
      .where('office', '=', rows.officeId)
      .where('id', '=', point.id)
      .execute();
  }
  return report;
}

async function writeChanged<T extends Imported>(
  tx: Db,
  rows: Rows,
  table: T,
  wanted: readonly RowOf[T][],
): Promise<ImportReport> {
  const stored = await rows.getMany(
    tx,
    table,
    wanted.map((row) => row.id),
  );
  const known = new Map(stored.map(({ row }) => [row.id, row]));
  const different = wanted.filter((row) => !isDeepStrictEqual(known.get(row.id), row));
  await write(tx, rows, table, different);
  const changed = different.filter((row) => known.has(row.id)).length;
  return {
    added: different.length - changed,
    changed,
    unchanged: wanted.length - different.length,
  };
}

async function write<T extends Imported>(
  tx: Db,
  rows: Rows,
  table: T,
  wanted: readonly RowOf[T][],
): Promise<void> {
  const count = Math.ceil(wanted.length / ROWS_A_VERSION);
  if (count === 0) return;
  const first = await takeVersions(tx, rows.officeId, count);
  for (let nth = 0; nth < count; nth += 1) {
    const some = wanted.slice(nth * ROWS_A_VERSION, (nth + 1) * ROWS_A_VERSION);
    await rows.write(
      tx,
      table,
      some.map((row) => ({ row, shownTo: '' })),
      first + nth,
    );
  }
}
