/** Writes what a push's deeds have put, at one version, and keeps each unit's view of it right. */
import type { FindingRow } from '../../protocol/rows/index.ts';
import { TABLES, type TableName } from '../../protocol/rows/index.ts';
import type { Db } from '../store/database.ts';
import type { Rows, Stored } from '../store/rows.ts';
import { storedHashes } from './arrivals.ts';
import type { Overlay } from './overlay.ts';
import { reshow, type Showing } from './reshow.ts';

/** Answers how many rows were written. */
export async function writeTaken(
  tx: Db,
  rows: Rows,
  overlay: Overlay,
  version: number,
): Promise<number> {
  const findings = await shownFindings(overlay);
  await reshow(tx, rows.officeId, findings, version);
  const shownTo = new Map(findings.map(({ row, now }) => [row.id, now]));
  let written = 0;
  const write = async <T extends TableName>(table: T, entries: Stored<T>[]) => {
    written += entries.length;
    await rows.write(tx, table, entries, version);
  };
  await write(
    'finding',
    findings.map(({ row, now }) => ({ row, shownTo: now })),
  );
  await write('photo', await photos(tx, rows, overlay, shownTo));
  await write('event', await events(overlay, shownTo));
  for (const table of TABLES) {
    if (table === 'finding' || table === 'photo' || table === 'event') continue;
    await write(
      table,
      overlay.taken(table).map((row) => ({ row, shownTo: '' })),
    );
  }
  return written;
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

async function photos(
  tx: Db,
  rows: Rows,
  overlay: Overlay,
  shownTo: ReadonlyMap<string, string>,
): Promise<Stored<'photo'>[]> {
  const taken = overlay.taken('photo');
  const here = await storedHashes(
    tx,
    rows.officeId,
    taken.map((photo) => photo.sha256),
  );
  const entries: Stored<'photo'>[] = [];
  for (const photo of taken) {
    // Whatever a device says of it: the bytes are here, or they are not.
    const row = { ...photo, arrived: here.has(photo.sha256) };
    entries.push({ row, shownTo: await shownOf(overlay, shownTo, photo.findingId) });
  }
  return entries;
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
