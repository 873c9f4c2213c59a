/** Writes what a push's deeds have put, at one version, and keeps each unit's view of it right. */
import type { FindingRow, PhotoRow } from '../../protocol/rows/index.ts';
import { TABLES, type TableName } from '../../protocol/rows/index.ts';
import type { WrittenRow } from '../history/chain.ts';
import { digestOfRow, isChained } from '../history/digests.ts';
import type { Db } from '../store/database.ts';
import type { Rows, Stored } from '../store/rows.ts';
import { storedHashes } from './arrivals.ts';
import type { Overlay } from './overlay.ts';
import { depart, reshow, type Showing } from './reshow.ts';

export interface Written {
  /** How many rows, of all tables. */
  readonly count: number;
  /** Those that the chain of history vouches for. */
  readonly chained: readonly WrittenRow[];
}

export async function writeTaken(
  tx: Db,
  rows: Rows,
  overlay: Overlay,
  version: number,
): Promise<Written> {
  const findings = await shownFindings(overlay);
  const shownTo = new Map(findings.map(({ row, now }) => [row.id, now]));
  const shown = await shownPhotos(overlay, shownTo);
  await reshow(tx, rows.officeId, findings, version);
  for (const { row, before, now } of shown) {
    const left = [['photo', row.id]] as const;
    if (before !== '' && before !== now) await depart(tx, rows.officeId, before, left, version);
  }
  let count = 0;
  const chained: WrittenRow[] = [];
  const write = async <T extends TableName>(table: T, entries: Stored<T>[]) => {
    count += entries.length;
    await rows.write(tx, table, entries, version);
    if (!isChained(table)) return;
    for (const { row } of entries) {
      chained.push({ table, id: row.id, digest: digestOfRow(table, row) });
    }
  };
  await write(
    'finding',
    findings.map(({ row, now }) => ({ row, shownTo: now })),
  );
  await write('photo', await photos(tx, rows, shown));
  await write('event', await events(overlay, shownTo));
  for (const table of TABLES) {
    if (table === 'finding' || table === 'photo' || table === 'event') continue;
    await write(
      table,
      overlay.taken(table).map((row) => ({ row, shownTo: '' })),
    );
  }
  return { count, chained };
}

async function shownFindings(overlay: Overlay): Promise<Showing[]> {
  const findings: Showing[] = [];
  for (const row of overlay.taken('finding')) {
    const stored = await overlay.stored('finding', row.id);
    findings.push({
      row,
      isNew: stored === null,
      before: stored?.shownTo ?? '',
      now: unitThatSees(row, stored?.shownTo ?? ''),
    });
  }
  return findings;
}

/** A unit sees a finding once a notice to it has carried it, and until the finding turns to another unit. */
function unitThatSees(finding: FindingRow, before: string): string {
  if (finding.noticeId !== null) return finding.unitId;
  return before === finding.unitId ? before : '';
}

interface ShownPhoto {
  readonly row: PhotoRow;
  readonly before: string;
  readonly now: string;
}

/** Read before anything is written. */
async function shownPhotos(
  overlay: Overlay,
  shownTo: ReadonlyMap<string, string>,
): Promise<ShownPhoto[]> {
  const photos: ShownPhoto[] = [];
  for (const row of overlay.taken('photo')) {
    const before = (await overlay.stored('photo', row.id))?.shownTo ?? '';
    const now = row.removed ? '' : await unitThatSeesPhoto(overlay, shownTo, row);
    photos.push({ row, before, now });
  }
  return photos;
}

/** A photo is shown with its finding until it is taken off; of a receipt, with its notice, for good. */
async function unitThatSeesPhoto(
  overlay: Overlay,
  shownTo: ReadonlyMap<string, string>,
  { findingId, noticeId, unitId }: PhotoRow,
): Promise<string> {
  return noticeId === '' ? shownOf(overlay, shownTo, findingId) : unitId;
}

async function photos(
  tx: Db,
  rows: Rows,
  shown: readonly ShownPhoto[],
): Promise<Stored<'photo'>[]> {
  const here = await storedHashes(
    tx,
    rows.officeId,
    shown.map(({ row }) => row.sha256),
  );
  // Whatever a device says of it: the bytes are here, or they are not.
  return shown.map(({ row, now }) => ({
    row: { ...row, arrived: here.has(row.sha256) },
    shownTo: now,
  }));
}

async function events(
  overlay: Overlay,
  shownTo: ReadonlyMap<string, string>,
): Promise<Stored<'event'>[]> {
  const entries: Stored<'event'>[] = [];
  for (const row of overlay.taken('event')) {
    const unit =
      row.subject === 'notice' ? row.unitId : await shownOf(overlay, shownTo, row.subjectId);
    entries.push({ row, shownTo: unit === row.unitId ? unit : '' });
  }
  return entries;
}

async function shownOf(
  overlay: Overlay,
  taken: ReadonlyMap<string, string>,
  findingId: string,
): Promise<string> {
  return taken.get(findingId) ?? (await overlay.stored('finding', findingId))?.shownTo ?? '';
}
