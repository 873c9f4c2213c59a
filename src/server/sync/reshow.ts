/**
 * When a finding comes into a unit's sight or leaves it, its photos and its
 * history go with it: what came in takes this version so that the unit's next
 * pull has it, what left travels as deletions. A photo that was taken off its
 * finding is in no unit's sight.
 */
import type { FindingRow, TableName } from '../../protocol/rows/index.ts';
import type { Db } from '../store/database.ts';

export interface Showing {
  readonly row: FindingRow;
  readonly isNew: boolean;
  /** The unit that saw it before this push, and the one that sees it now; '' for none. */
  readonly before: string;
  readonly now: string;
}

const IDS_AT_ONCE = 500;

/** Runs before the push's own rows are written, while the store still shows what was seen. */
export async function reshow(
  tx: Db,
  officeId: string,
  findings: readonly Showing[],
  version: number,
): Promise<void> {
  const moved = findings.filter((finding) => !finding.isNew && finding.before !== finding.now);
  for (const [before, now] of pairsOf(moved)) {
    const ids = moved
      .filter((finding) => finding.before === before && finding.now === now)
      .map((finding) => finding.row.id);
    for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
      const some = ids.slice(from, from + IDS_AT_ONCE);
      if (before !== '') await markDeparted(tx, officeId, before, some, version);
      await showTo(tx, officeId, now, some, version);
    }
  }
}

function pairsOf(moved: readonly Showing[]): (readonly [string, string])[] {
  const pairs = new Map<string, readonly [string, string]>();
  for (const { before, now } of moved) pairs.set(`${before} ${now}`, [before, now]);
  return [...pairs.values()];
}

async function markDeparted(
  tx: Db,
  officeId: string,
  unitId: string,
  findingIds: string[],
  version: number,
): Promise<void> {
  const photos = await tx
    .selectFrom('photo')
    .select('id')
    .where('office', '=', officeId)
    .where('finding_id', 'in', findingIds)
    .where('shown_to', '=', unitId)
    .execute();
  const events = await tx
    .selectFrom('event')
    .select('id')
    .where('office', '=', officeId)
    .where('subject_id', 'in', findingIds)
    .where('shown_to', '=', unitId)
    .execute();
  const left: [TableName, string][] = [
    ...findingIds.map((id): [TableName, string] => ['finding', id]),
    ...photos.map(({ id }): [TableName, string] => ['photo', id]),
    ...events.map(({ id }): [TableName, string] => ['event', id]),
  ];
  await depart(tx, officeId, unitId, left, version);
}

/** Rows that a unit saw and sees no longer: its next pull takes them away. */
export async function depart(
  tx: Db,
  officeId: string,
  unitId: string,
  left: readonly (readonly [TableName, string])[],
  version: number,
): Promise<void> {
  for (let from = 0; from < left.length; from += IDS_AT_ONCE) {
    await tx
      .insertInto('departed')
      .values(
        left.slice(from, from + IDS_AT_ONCE).map(([table_name, id]) => ({
          office: officeId,
          unit_id: unitId,
          table_name,
          id,
          version,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['office', 'unit_id', 'table_name', 'id']).doUpdateSet({ version }),
      )
      .execute();
  }
}

async function showTo(
  tx: Db,
  officeId: string,
  unitId: string,
  findingIds: string[],
  version: number,
): Promise<void> {
  await tx
    .updateTable('photo')
    .set((eb) => ({
      shown_to: eb.case().when('removed', '=', 0).then(unitId).else('').end(),
      version,
    }))
    .where('office', '=', officeId)
    .where('finding_id', 'in', findingIds)
    .execute();
  await tx
    .updateTable('event')
    .set((eb) => ({
      shown_to: eb.case().when('unit_id', '=', unitId).then(unitId).else('').end(),
      version,
    }))
    .where('office', '=', officeId)
    .where('subject_id', 'in', findingIds)
    .execute();
}
