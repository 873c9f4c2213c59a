/** A 送达 that the office did not take is put before the person again, strokes and photos and all. */
import { sayTaker } from '../../../protocol/hand-over.ts';
import type { MutationArgs } from '../../../protocol/mutations/index.ts';
import type { Redo, RedoPlace } from '../sync/redo.ts';
import { draftFrom, keepDelivery, recallDelivery } from './delivery-draft.ts';

export async function deliverAgain(
  { db, session }: RedoPlace,
  { id, how, at, photos, reason }: MutationArgs['notice.redeliver'],
  seq: number,
): Promise<Redo> {
  const notice = await db.notice.get(id);
  if (!notice) return { ok: false, why: '通知书不在本机，可以重试，或导出交给办公室' };
  const to = `/notices/${id}`;
  if (notice.state === 'voided') {
    return { ok: true, to, word: '这份通知书已作废，不再登记送达；内容可以导出留底' };
  }
  if (notice.delivery && session.role !== 'supervisor') {
    const { how: known } = notice.delivery;
    return { ok: true, to, word: `已登记为${sayTaker(known)}；有误请督查负责人更正` };
  }
  const begun = recallDelivery(session.accountId, id);
  if (begun && begun.redoes !== seq) {
    return { ok: true, to: `${to}/deliver`, word: '这份通知书已有一份没写完的送达，先把它写完' };
  }
  if (!begun) {
    const draft = { ...draftFrom(how, photos, at), why: reason, redoes: seq };
    keepDelivery(session.accountId, id, draft);
  }
  return { ok: true, to: `${to}/deliver` };
}
