/** The office's own fonts as rows: brought in, put first, taken out of use. A row is never deleted. */
import type { FontPatch } from '../../protocol/fonts.ts';
import type { FontRow } from '../../protocol/rows/index.ts';
import { Failure } from '../http/failure.ts';
import type { Db } from '../store/database.ts';
import type { Rows } from '../store/rows.ts';

/** In use at once; a notice's record has room for twelve with those of the box. */
const MOST_IN_FACE = 8;
const OUT_OF_USE = -1;

/** Last of its face, where it is not in use already. The caller holds the office's lock. */
export async function addFont(
  tx: Db,
  rows: Rows,
  font: Omit<FontRow, 'id' | 'rank'>,
  version: number,
): Promise<FontRow> {
  const id = `${font.face}.${font.sha256}`;
  const inUse = await inUseIn(tx, rows, font.face);
  const known = inUse.find((row) => row.id === id);
  if (!known && inUse.length >= MOST_IN_FACE) throw new Failure('font-enough');
  const rank = known?.rank ?? Math.max(-1, ...inUse.map((row) => row.rank)) + 1;
  const row = { ...font, id, rank };
  await rows.write(tx, 'font', [{ row, shownTo: '' }], version);
  return row;
}

export async function placeFont(
  tx: Db,
  rows: Rows,
  id: string,
  place: FontPatch['place'],
  version: number,
): Promise<FontRow> {
  const found = (await rows.get(tx, 'font', id))?.row;
  if (!found) throw new Failure('not-found');
  if (place === 'out') {
    const row = { ...found, rank: OUT_OF_USE };
    await rows.write(tx, 'font', [{ row, shownTo: '' }], version);
    return row;
  }
  const others = (await inUseIn(tx, rows, found.face)).filter((row) => row.id !== id);
  const ordered = [found, ...others].map((row, rank) => ({ row: { ...row, rank }, shownTo: '' }));
  await rows.write(tx, 'font', ordered, version);
  return { ...found, rank: 0 };
}

async function inUseIn(tx: Db, rows: Rows, face: FontRow['face']): Promise<FontRow[]> {
  const all = await rows.all(tx, 'font');
  return all
    .map(({ row }) => row)
    .filter((row) => row.face === face && row.rank >= 0)
    .sort((a, b) => a.rank - b.rank);
}
