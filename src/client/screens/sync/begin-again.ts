/** A refused problem becomes a draft again, with its words and photos, to be corrected and saved anew. */
import { MUTATIONS } from '../../../protocol/mutations/index.ts';
import { makeId } from '../../devices/uuid.ts';
import { saveDraft } from '../../store/drafts.ts';
import { discardRefused } from '../../store/refused.ts';
import type { RefusedRow } from '../../store/tables.ts';
import type { Workplace } from '../../workplace.ts';

export function canBeginAgain(row: RefusedRow): boolean {
  return row.name === 'finding.record';
}

/** Where its form stands now; null where the deed cannot be read. */
export async function beginAgain(place: Workplace, row: RefusedRow): Promise<string | null> {
  const deed = MUTATIONS['finding.record'].args.safeParse(row.args);
  if (!deed.success) return null;
  const { photos, ...facts } = deed.data;
  const inspection = facts.inspectionId
    ? await place.db.inspection.get(facts.inspectionId)
    : undefined;
  // A visit that the office does not know cannot carry it: the problem then stands by itself.
  const inspectionId = inspection ? facts.inspectionId : null;
  await saveDraft(place.db, {
    ...facts,
    id: makeId(),
    inspectionId,
    itemId: inspection ? facts.itemId : null,
    photos: photos.map((photo) => ({ ...photo, id: makeId() })),
    amends: false,
    changedAt: place.now(),
  });
  await discardRefused(place.db, row.seq, place.now());
  return inspectionId
    ? `/inspections/${inspectionId}`
    : `/points/${encodeURIComponent(facts.pointId)}`;
}
