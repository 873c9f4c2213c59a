/** 在线签收 by the unit itself, signed in or through the link of its notice. */
import * as z from 'zod/mini';
import { sayHandOver } from '../hand-over.ts';
import { DONE, refuse } from '../refusals.ts';
import { sentence, text, Uuid } from '../rows/shared.ts';
import { moveDelivered } from './delivery.ts';
import { writeEvent } from './history.ts';
import { mutation } from './mutation.ts';

export const acknowledgeNotice = mutation({
  args: z.object({ id: Uuid, receiver: sentence(60), duty: text(60), phone: text(40) }),
  async run(tx, args, context) {
    const { id, ...who } = args;
    const { actor } = context;
    const notice = await tx.get('notice', id);
    if (!notice) return refuse('notice-missing');
    if (actor.unitId !== notice.unitId) return refuse('other-unit');
    if (notice.state === 'voided') return refuse('notice-voided');
    if (notice.delivery) return refuse('notice-delivered', sayHandOver(notice.delivery.how));
    const entry = {
      how: { kind: 'online', ...who },
      at: context.at,
      by: actor.accountId,
      byName: actor.name,
      reason: '',
    } as const;
    await tx.put('notice', { ...notice, delivery: { ...entry, earlier: [] } });
    await moveDelivered(tx, context, notice, entry);
    await writeEvent(tx, context, {
      subject: 'notice',
      subjectId: notice.id,
      unitId: notice.unitId,
      kind: 'delivered',
      detail: sayHandOver(entry.how),
    });
    return DONE;
  },
});
