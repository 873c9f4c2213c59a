import * as z from 'zod/mini';
import { MAX_COUNT } from '../../domain/answer.ts';
import { DONE, type Outcome, refuse } from '../refusals.ts';
import type { FindingRow } from '../rows/index.ts';
import { DeadlineChoice, Id, Place, sentence, Uuid } from '../rows/shared.ts';
import type { Tx } from '../tx.ts';
import { writeEvent } from './history.ts';
import { mutation } from './mutation.ts';
import { ofFinding, Photos, photosAreFresh, putPhotos } from './photos.ts';
import { stateChanged } from './state-changed.ts';
import { teamOf } from './team.ts';

const Facts = {
  text: sentence(1000),
  count: z.nullable(z.int().check(z.gte(0), z.lte(MAX_COUNT))),
  unitId: Id,
  deadline: DeadlineChoice,
  photos: Photos,
};

/** Records a finding with what is known of its photos; their bytes travel apart. */
export const recordFinding = mutation({
  args: z.object({
    id: Uuid,
    roundId: Id,
    pointId: Id,
    inspectionId: z.nullable(Uuid),
    itemId: z.nullable(Id),
    place: z.nullable(Place),
    ...Facts,
  }),
  async run(tx, args, context) {
    if (await tx.get('finding', args.id)) return refuse('finding-exists');
    const round = await tx.get('round', args.roundId);
    const point = await tx.get('point', args.pointId);
    if (!point) return refuse('point-missing');
    if (round?.state !== 'open') return refuse('round-closed');
    const team = await teamOf(tx, args.roundId, args.pointId);
    if (!team) return refuse('point-not-in-round');
    if (!(await tx.get('unit', args.unitId))) return refuse('unit-missing');
    const fits = await fitsVisit(tx, args);
    if (!fits.ok) return fits;
    const photosFit = await photosAreFresh(tx, ofFinding(args.id, args.unitId), args.photos);
    if (!photosFit.ok) return photosFit;
    await tx.put('finding', {
      id: args.id,
      roundId: args.roundId,
      teamId: team.id,
      pointId: args.pointId,
      pointName: point.name,
      inspectionId: args.inspectionId,
      itemId: args.itemId,
      text: args.text,
      count: args.count,
      unitId: args.unitId,
      deadline: args.deadline,
      state: 'recorded',
      noticeId: null,
      dueAt: null,
      rework: 0,
      photoCount: args.photos.length,
      repliedAt: null,
      acceptedAt: null,
      closedAt: null,
      closing: null,
      shelf: null,
      mergedInto: null,
      extensionId: null,
      urge: null,
      place: args.place,
      by: context.actor.accountId,
      byName: context.actor.name,
      recordedAt: context.at,
      changedAt: context.at,
    });
    await putPhotos(tx, ofFinding(args.id, args.unitId), args.photos);
    await writeEvent(tx, context, {
      subject: 'finding',
      subjectId: args.id,
      unitId: args.unitId,
      kind: 'recorded',
      detail: args.text,
    });
    return DONE;
  },
});

/** Corrects a finding that no notice carries yet. Photos left out are kept but taken off. */
export const amendFinding = mutation({
  args: z.object({ id: Uuid, ...Facts }),
  async run(tx, args, context) {
    const finding = await tx.get('finding', args.id);
    if (!finding) return refuse('finding-missing');
    if (finding.state !== 'recorded') return stateChanged(tx, finding);
    if (!(await tx.get('unit', args.unitId))) return refuse('unit-missing');
    const photosFit = await photosAreFresh(tx, ofFinding(args.id, args.unitId), args.photos);
    if (!photosFit.ok) return photosFit;
    const kept = new Set(args.photos.map((photo) => photo.id));
    const all = await tx.list('photo', 'findingId', args.id);
    const known = all.filter((photo) => photo.stage === 'found');
    for (const photo of known) {
      await tx.put('photo', { ...photo, unitId: args.unitId, removed: !kept.has(photo.id) });
    }
    await putPhotos(tx, ofFinding(args.id, args.unitId), args.photos);
    await tx.put('finding', {
      ...finding,
      text: args.text,
      count: args.count,
      unitId: args.unitId,
      deadline: args.deadline,
      photoCount: args.photos.length,
      changedAt: context.at,
    });
    await writeEvent(tx, context, {
      subject: 'finding',
      subjectId: args.id,
      unitId: args.unitId,
      kind: 'amended',
      detail: args.text,
    });
    return DONE;
  },
});

/** What a visit has shown is of its point and its round, and answers an item of the edition that it keeps. */
async function fitsVisit(
  tx: Tx,
  finding: Pick<FindingRow, 'inspectionId' | 'itemId' | 'pointId' | 'roundId'>,
): Promise<Outcome> {
  const { inspectionId, itemId, pointId, roundId } = finding;
  if (inspectionId === null) return itemId === null ? DONE : refuse('item-missing');
  const inspection = await tx.get('inspection', inspectionId);
  if (inspection?.pointId !== pointId || inspection.roundId !== roundId) {
    return refuse('inspection-missing');
  }
  if (itemId === null) return DONE;
  const checklist = await tx.get('checklist', inspection.checklistId);
  return checklist?.items.some((item) => item.id === itemId) ? DONE : refuse('item-missing');
}
