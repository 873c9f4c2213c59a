/** An answer, a request for time or a signature that the office did not take, put before the person again. */
import { afterEvent, owesAnswer, sayFindingState } from '../../../domain/finding-life.ts';
import { sayTaker } from '../../../protocol/hand-over.ts';
import type { MutationArgs } from '../../../protocol/mutations/index.ts';
import { makeId } from '../../devices/uuid.ts';
import type { Redo, RedoPlace } from '../sync/redo.ts';
import { answerKey, extensionKey, putAnswer, putExtension } from './drafts.ts';

const NOT_HERE: Redo = { ok: false, why: '这个问题不在本机，可以重试，或导出交给办公室' };

export async function answerAgain(
  { db, session }: RedoPlace,
  { findingId, text, files, photo }: MutationArgs['reply.submit'],
  seq: number,
): Promise<Redo> {
  const finding = await db.finding.get(findingId);
  if (!finding) return NOT_HERE;
  const to = `/findings/${findingId}`;
  if (afterEvent(finding.state, 'reply') === null) {
    const state = sayFindingState(finding.state);
    return { ok: true, to, word: `问题现为${state}，不用再反馈；写的内容可以导出留底` };
  }
  const [file = null] = files;
  // New ids: the refused ones may be known as something else.
  const again = photo && { ...photo, id: makeId() };
  const draft = { id: makeId(), text, file, photo: again, redoes: seq };
  return putAnswer(answerKey(session.accountId, findingId), draft)
    ? { ok: true, to: `${to}/reply` }
    : { ok: true, to: `${to}/reply`, word: '这个问题已有一份没写完的反馈，先把它写完' };
}

export async function askAgain(
  { db, session }: RedoPlace,
  { findingId, reason, until }: MutationArgs['extension.ask'],
  seq: number,
): Promise<Redo> {
  const finding = await db.finding.get(findingId);
  if (!finding) return NOT_HERE;
  const to = `/findings/${findingId}`;
  if (!owesAnswer(finding.state)) {
    const state = sayFindingState(finding.state);
    return { ok: true, to, word: `问题现为${state}，不用再申请延期` };
  }
  if (finding.extensionId !== null) {
    return { ok: true, to, word: '已有一份延期申请在等办公室答复，不用再交' };
  }
  const draft = { id: makeId(), reason, until, redoes: seq };
  return putExtension(extensionKey(session.accountId, findingId), draft)
    ? { ok: true, to: `${to}/extension` }
    : { ok: true, to: `${to}/extension`, word: '这个问题已有一份没写完的申请，先把它写完' };
}

export async function signAgain(
  { db }: RedoPlace,
  { id }: MutationArgs['notice.acknowledge'],
  seq: number,
): Promise<Redo> {
  const notice = await db.notice.get(id);
  if (!notice) return { ok: false, why: '通知书不在本机，可以重试，或导出交给办公室' };
  const to = `/notices/${id}`;
  if (notice.state === 'voided') return { ok: true, to, word: '这份通知书已作废，不用签收' };
  if (notice.delivery) {
    return { ok: true, to, word: `已登记为${sayTaker(notice.delivery.how)}，不用再签收` };
  }
  return { ok: true, to: `${to}?redo=${seq}` };
}
