/** 送达 and 更正送达. Neither ever touches what was issued: number, record and seal stay. */
import * as z from 'zod/mini';
import { isTaken, mayHaveBeenDelivered } from '../../domain/delivery.ts';
import { afterEvent } from '../../domain/finding-life.ts';
import { sayNoticeName } from '../../domain/notice-number.ts';
import { sayHandOver, sayTaker, wayOf } from '../hand-over.ts';
import { DONE, type Outcome, refuse } from '../refusals.ts';
import {
  type DeliveryEntry,
  HandOver,
  MAX_RECEIPT_PHOTOS,
  MAX_WHY_CORRECTED,
} from '../rows/delivery.ts';
import type { NoticeRow } from '../rows/index.ts';
import { Instant, sentence, Uuid } from '../rows/shared.ts';
import type { MutationContext, Tx } from '../tx.ts';
import { writeEvent } from './history.ts';
import { mutation } from './mutation.ts';
import { PhotoArgs, putPhotos } from './photos.ts';

const Said = {
  id: Uuid,
  how: HandOver,
  /** 签收时间 as it stands on a paper receipt, corrected (ms); null for the moment of the deed. */
  at: z.nullable(Instant),
  /** Those of the paper receipt, all that `how` names; none where there is no paper receipt. */
  photos: z.array(PhotoArgs).check(z.maxLength(MAX_RECEIPT_PHOTOS)),
};

type Said = z.infer<typeof SaidArgs>;
const SaidArgs = z.object(Said);

/** Records that a notice was handed over, refused, or delivered by post or otherwise. */
export const deliverNotice = mutation({
  args: SaidArgs,
  async run(tx, args, context) {
    const notice = await tx.get('notice', args.id);
    if (!notice) return refuse('notice-missing');
    if (notice.state === 'voided') return refuse('notice-voided');
    if (notice.delivery) return refuse('notice-delivered', sayHandOver(notice.delivery.how));
    const fits = await fitsNotice(tx, notice, args, context);
    if (!fits.ok) return fits;
    const entry = entryOf(args, context, '');
    await tx.put('notice', { ...notice, delivery: { ...entry, earlier: [] } });
    await putReceiptPhotos(tx, notice, args);
    await moveDelivered(tx, context, notice, entry);
    await writeEvent(tx, context, {
      subject: 'notice',
      subjectId: notice.id,
      unitId: notice.unitId,
      kind: 'delivered',
      detail: sayHandOver(args.how),
    });
    return DONE;
  },
});

/** 更正送达: the entry that was wrong stays on record beside the right one, with the reason. */
export const redeliverNotice = mutation({
  args: z.extend(SaidArgs, { reason: sentence(MAX_WHY_CORRECTED) }),
  async run(tx, args, context) {
    const notice = await tx.get('notice', args.id);
    if (!notice) return refuse('notice-missing');
    if (notice.state === 'voided') return refuse('notice-voided');
    const { delivery } = notice;
    if (!delivery) return refuse('notice-not-delivered');
    const fits = await fitsNotice(tx, notice, args, context);
    if (!fits.ok) return fits;
    const { earlier, ...before } = delivery;
    const entry = entryOf(args, context, args.reason);
    await tx.put('notice', {
      ...notice,
      delivery: { ...entry, earlier: [...earlier, before] },
    });
    await putReceiptPhotos(tx, notice, args);
    await moveDelivered(tx, context, notice, entry);
    await writeEvent(tx, context, {
      subject: 'notice',
      subjectId: notice.id,
      unitId: notice.unitId,
      kind: 'delivered',
      detail: `更正：${args.reason}；原为${sayTaker(before.how)}；现为${sayHandOver(args.how)}`,
    });
    return DONE;
  },
});

function entryOf(args: Said, context: MutationContext, reason: string): DeliveryEntry {
  return {
    how: args.how,
    at: args.at ?? context.at,
    by: context.actor.accountId,
    byName: context.actor.name,
    reason,
  };
}

/** Its time is possible, and its photos are those that it names and nobody else's. */
async function fitsNotice(
  tx: Tx,
  notice: NoticeRow,
  { how, at, photos }: Said,
  context: MutationContext,
): Promise<Outcome> {
  if (at !== null && !mayHaveBeenDelivered(at, notice.issuedAt, context.at)) {
    return refuse('delivery-time');
  }
  const named = how.kind === 'otherwise' ? how.photoIds : [];
  if (named.join() !== photos.map(({ id }) => id).join()) return refuse('malformed', 'photos');
  for (const photo of photos) {
    const known = await tx.get('photo', photo.id);
    if (known && known.noticeId !== notice.id) return refuse('photo-exists');
  }
  return DONE;
}

/** Photos of an entry that was corrected stay: they are what it was believed by. */
async function putReceiptPhotos(tx: Tx, notice: NoticeRow, { photos }: Said): Promise<void> {
  const { id: noticeId, unitId } = notice;
  await putPhotos(tx, { findingId: '', noticeId, unitId, stage: 'receipt', ofId: '' }, photos);
}

/** What the unit has answered meanwhile has gone on in its own life, and stays there. */
export async function moveDelivered(
  tx: Tx,
  context: MutationContext,
  notice: NoticeRow,
  { how, reason }: DeliveryEntry,
): Promise<void> {
  const event = isTaken(wayOf(how)) ? 'acknowledge' : 'unacknowledge';
  for (const id of notice.findingIds) {
    const finding = await tx.get('finding', id);
    if (finding?.noticeId !== notice.id) continue;
    const next = afterEvent(finding.state, event);
    if (next === null) continue;
    await tx.put('finding', { ...finding, state: next, changedAt: context.at });
    await writeEvent(tx, context, {
      subject: 'finding',
      subjectId: finding.id,
      unitId: notice.unitId,
      kind: event === 'acknowledge' ? 'acknowledged' : 'unacknowledged',
      detail: `${sayNoticeName(notice.number)}${reason === '' ? '' : ` 更正送达：${reason}`}`,
    });
  }
}
