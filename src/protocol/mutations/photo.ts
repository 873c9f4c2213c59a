import * as z from 'zod/mini';
import { DONE, refuse } from '../refusals.ts';
import { sentence, Uuid } from '../rows/shared.ts';
import { writeEvent } from './history.ts';
import { mutation } from './mutation.ts';

/**
 * Gives up a photo that cannot reach the office, whatever has become of its finding or
 * of the notice whose receipt it shows: nothing waits for it any longer, and the history
 * says who, when and why.
 */
export const forgoPhoto = mutation({
  args: z.object({ id: Uuid, reason: sentence(500) }),
  async run(tx, args, context) {
    const photo = await tx.get('photo', args.id);
    if (!photo) return refuse('photo-missing');
    if (photo.arrived) return refuse('photo-arrived');
    if (photo.removed) return DONE;
    const line = { kind: 'amended', unitId: photo.unitId } as const;
    if (photo.noticeId !== '') {
      if (!(await tx.get('notice', photo.noticeId))) return refuse('notice-missing');
      await tx.put('photo', { ...photo, removed: true });
      await writeEvent(tx, context, {
        ...line,
        subject: 'notice',
        subjectId: photo.noticeId,
        detail: `放弃一张没有传到的回证照片：${args.reason}`,
      });
      return DONE;
    }
    const finding = await tx.get('finding', photo.findingId);
    if (!finding) return refuse('finding-missing');
    await tx.put('photo', { ...photo, removed: true });
    await tx.put('finding', {
      ...finding,
      photoCount: Math.max(0, finding.photoCount - (photo.stage === 'found' ? 1 : 0)),
      changedAt: context.at,
    });
    await writeEvent(tx, context, {
      ...line,
      subject: 'finding',
      subjectId: finding.id,
      unitId: finding.unitId,
      detail: `放弃一张没有传到的照片：${args.reason}`,
    });
    return DONE;
  },
});
