/** How a problem leaves the stream without an answer: 作废, 合并重复, 当场整改. Nothing is deleted. */
import * as z from 'zod/mini';
import { isOpen } from '../../domain/finding-life.ts';
import { DONE, refuse } from '../refusals.ts';
import { sentence, text, Uuid } from '../rows/shared.ts';
import { AT_REST, mayMove, moveFinding } from './move.ts';
import { mutation } from './mutation.ts';
import { ofStage, PhotoArgs, photosAreFresh, putPhotos } from './photos.ts';
import { settleExtension } from './settle-extension.ts';
import { stateChanged } from './state-changed.ts';

/** 误判: the finding stays on record as 作废, with its reason. */
export const voidFinding = mutation({
  args: z.object({ id: Uuid, reason: sentence(500) }),
  async run(tx, args, context) {
    const finding = await tx.get('finding', args.id);
    if (!finding) return refuse('finding-missing');
    if (!mayMove(finding, 'void')) return stateChanged(tx, finding);
    await settleExtension(tx, context, finding, '问题已作废');
    await moveFinding(tx, context, finding, 'void', {
      kind: 'voided',
      detail: args.reason,
      change: AT_REST,
    });
    return DONE;
  },
});

/** 合并重复: two inspectors recorded the same thing; both records stay, one of them counts. */
export const mergeFinding = mutation({
  args: z.object({ id: Uuid, into: Uuid }),
  async run(tx, args, context) {
    if (args.id === args.into) return refuse('merge-self');
    const finding = await tx.get('finding', args.id);
    const target = await tx.get('finding', args.into);
    if (!finding || !target) return refuse('finding-missing');
    if (!isOpen(target.state)) return refuse('merge-target', target.text);
    if (!mayMove(finding, 'merge')) return stateChanged(tx, finding);
    await settleExtension(tx, context, finding, '问题已并入另一个问题');
    await moveFinding(tx, context, finding, 'merge', {
      kind: 'merged',
      detail: `并入“${target.text}”（${target.pointName}）`,
      change: { ...AT_REST, mergedInto: target.id },
    });
    return DONE;
  },
});

/** 当场整改: put right before the inspectors' eyes; the photo is the proof. */
export const fixFinding = mutation({
  args: z.object({
    id: Uuid,
    note: text(500),
    photos: z.array(PhotoArgs).check(z.maxLength(5)),
  }),
  async run(tx, args, context) {
    const finding = await tx.get('finding', args.id);
    if (!finding) return refuse('finding-missing');
    if (!mayMove(finding, 'fix-on-spot')) return stateChanged(tx, finding);
    if (args.photos.length === 0) return refuse('photo-needed');
    const subject = ofStage(finding, 'fix', '');
    const fresh = await photosAreFresh(tx, subject, args.photos);
    if (!fresh.ok) return fresh;
    await putPhotos(tx, subject, args.photos);
    await moveFinding(tx, context, finding, 'fix-on-spot', {
      kind: 'fixed',
      detail: args.note,
      change: { closedAt: context.at, closing: 'on-spot' },
    });
    return DONE;
  },
});
