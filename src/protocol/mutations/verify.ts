/** 复查 on the spot: 通过 closes the problem (销号), 不通过 sends it back (退回整改). */
import * as z from 'zod/mini';
import { DONE, refuse } from '../refusals.ts';
import { DeadlineChoice, Place, text, Uuid } from '../rows/shared.ts';
import { againDueAt } from './again-due.ts';
import { mayMove, moveFinding } from './move.ts';
import { mutation } from './mutation.ts';
import { ofStage, PhotoArgs, photosAreFresh, putPhotos } from './photos.ts';
import { lastReply } from './replies.ts';
import { stateChanged } from './state-changed.ts';

export const MAX_RECHECK_PHOTOS = 10;

export const verifyFinding = mutation({
  args: z.object({
    id: Uuid,
    recheckId: Uuid,
    result: z.enum(['passed', 'failed']),
    note: text(500),
    place: z.nullable(Place),
    photos: z.array(PhotoArgs).check(z.maxLength(MAX_RECHECK_PHOTOS)),
    /** For `failed`; null keeps the present deadline where it is still to come. */
    deadline: z.nullable(DeadlineChoice),
  }),
  async run(tx, args, context) {
    const { recheckId, result, note, place } = args;
    const finding = await tx.get('finding', args.id);
    if (!finding) return refuse('finding-missing');
    if (await tx.get('recheck', recheckId)) return refuse('recheck-exists');
    const passed = result === 'passed';
    if (!mayMove(finding, passed ? 'pass' : 'return')) return stateChanged(tx, finding);
    const due = passed ? null : await againDueAt(tx, context, finding, args.deadline);
    if (due && !due.ok) return due;
    const subject = ofStage(finding, 'recheck', recheckId);
    const fresh = await photosAreFresh(tx, subject, args.photos);
    if (!fresh.ok) return fresh;
    const reply = await lastReply(tx, finding.id);
    await putPhotos(tx, subject, args.photos);
    await tx.put('recheck', {
      id: recheckId,
      findingId: finding.id,
      replyId: reply?.id ?? null,
      unitId: finding.unitId,
      result,
      note,
      place,
      at: context.at,
      by: context.actor.accountId,
      byName: context.actor.name,
    });
    if (due) {
      const change = { rework: finding.rework + 1, acceptedAt: null, dueAt: due.dueAt };
      await moveFinding(tx, context, finding, 'return', {
        kind: 'returned',
        detail: note === '' ? '复查不通过' : `复查不通过：${note}`,
        change,
      });
      return DONE;
    }
    await moveFinding(tx, context, finding, 'pass', {
      kind: 'passed',
      detail: note,
      change: { acceptedAt: null, closedAt: context.at, closing: 'recheck', urge: null },
    });
    return DONE;
  },
});
