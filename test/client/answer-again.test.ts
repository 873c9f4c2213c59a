/** A unit's refused 反馈, 延期 and 签收 are put before the person again as they were, and said anew once. */
import { beforeEach, expect, test, vi } from 'vitest';
import { AnswerDraft, ExtensionDraft } from '../../src/client/answer/answer-draft.ts';
import { recall } from '../../src/client/answer/kept-text.ts';
import { answerKey, extensionKey } from '../../src/client/screens/answer/drafts.ts';
import { redo } from '../../src/client/screens/sync/redo.ts';
import { mutate } from '../../src/client/store/mutate.ts';
import { redoing } from '../../src/client/store/redoing.ts';
import { listDecided, listRefused } from '../../src/client/store/refused.ts';
import { submitReply } from '../../src/client/store/reply.ts';
import { refusedOf } from '../support/refused-case.ts';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

test('an answer: the form is filled in with what it said, and the corrected one takes its place', async () => {
  const { server, tablet, row, place } = await refusedOf('reply.submit');
  const { findingId, text } = Object(row.args);
  expect(await redo(place, row)).toEqual({ ok: true, to: `/findings/${findingId}/reply` });
  const draft = recall(answerKey(place.session.accountId, findingId), AnswerDraft);
  if (!draft) throw new Error('nothing was filled in');
  expect(draft).toMatchObject({ text, redoes: row.seq, photo: expect.anything() });
  // Ids of its own: the refused ones may be known as something else.
  expect([draft.id, draft.photo?.id]).not.toContain(Object(row.args).id);
  const { id, photo, redoes } = draft;
  const args = { id, findingId, text: '补充说明', files: [], photo, way: 'account' as const };
  expect(await submitReply(tablet.author, args, '反馈', redoes)).toEqual({ ok: true });
  await tablet.sync();
  expect(server.rows.all('reply').filter((one) => one.id === id)).toMatchObject([
    { text: '补充说明' },
  ]);
  expect(await listRefused(tablet.db)).toEqual([]);
  expect(await listDecided(tablet.db)).toMatchObject([{ decision: { how: 'redone' } }]);
});

test('a request for time, and one that has become needless says so', async () => {
  const { tablet, row, place } = await refusedOf('extension.ask');
  const { findingId, reason, until } = Object(row.args);
  expect(await redo(place, row)).toEqual({ ok: true, to: `/findings/${findingId}/extension` });
  const key = extensionKey(place.session.accountId, findingId);
  expect(recall(key, ExtensionDraft)).toMatchObject({ reason, until, redoes: row.seq });
  const finding = await tablet.db.finding.get(findingId);
  if (!finding) throw new Error('no finding');
  await tablet.db.finding.put({ ...finding, state: 'closed' });
  expect(await redo(place, row)).toMatchObject({
    to: `/findings/${findingId}`,
    word: expect.stringContaining('已销号'),
  });
});

test('a signature leads to its notice with the form open, and takes its place', async () => {
  const { server, tablet, row, place } = await refusedOf('notice.acknowledge');
  const { id } = Object(row.args);
  expect(await redo(place, row)).toEqual({ ok: true, to: `/notices/${id}?redo=${row.seq}` });
  const args = { id: String(id), receiver: '赵某', duty: '', phone: '' };
  const deed = {
    name: 'notice.acknowledge' as const,
    id: args.id,
    title: '签收',
    args: () => args,
  };
  await mutate(tablet.author, { ...deed, ...redoing(tablet.author, row.seq) });
  await tablet.sync();
  expect(server.rows.all('notice').find((one) => one.id === id)).toMatchObject({
    delivery: { how: { kind: 'online', receiver: '赵某' } },
  });
  expect(await listDecided(tablet.db)).toMatchObject([{ decision: { how: 'redone' } }]);
});
