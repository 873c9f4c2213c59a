/** A 复查 or 当场整改 on a tablet: begun, kept, refused by the office and put before the person again. */
import { beforeEach, expect, test, vi } from 'vitest';
import {
  keepVisit,
  newVisit,
  recallVisit,
  type VisitKind,
  whatIsMissing,
} from '../../src/client/screens/recheck/visit-draft.ts';
import { redo } from '../../src/client/screens/sync/redo.ts';
import { listDecided } from '../../src/client/store/refused.ts';
import { fixFinding, verifyFinding } from '../../src/client/store/visit.ts';
import { MUTATIONS } from '../../src/protocol/mutations/index.ts';
import { LEADER, refusedOf } from '../support/refused-case.ts';
import { uuid } from '../support/tablet.ts';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

const recall = (kind: VisitKind, id: string) => recallVisit(kind, LEADER.accountId, id);

test('a refused 复查 comes back with its verdict, words and photos, and is said in its place', async () => {
  const { server, tablet, row, place } = await refusedOf('finding.verify');
  const { data: said } = MUTATIONS['finding.verify'].args.safeParse(row.args);
  if (!said) throw new Error('it cannot be read');
  const to = `/findings/${said.id}/recheck`;
  expect(await redo(place, row)).toEqual({ ok: true, to });
  const draft = recall('recheck', said.id) ?? newVisit('');
  const { result, photos, deadline } = said;
  expect(draft).toMatchObject({ redoes: row.seq, result, photos, deadline });
  // Asked for once more, what was changed meanwhile is not thrown away.
  keepVisit('recheck', LEADER.accountId, said.id, { ...draft, note: '改过的话' });
  expect(await redo(place, row)).toEqual({ ok: true, to });
  const { note = '', redoes = null, id: recheckId = '' } = recall('recheck', said.id) ?? {};
  const again = { ...said, recheckId, note };
  expect(await verifyFinding(tablet.author, again, '复查', redoes)).toEqual({ ok: true });
  await tablet.sync();
  expect(server.rows.all('recheck').map((one) => one.note)).toContain('改过的话');
  expect(server.rows.all('finding').find(({ id }) => id === said.id)?.state).toBe('closed');
  expect(await listDecided(tablet.db)).toMatchObject([{ decision: { how: 'redone' } }]);
});

test('a refused 当场整改 comes back with its photos', async () => {
  const { server, tablet, row, place } = await refusedOf('finding.fix');
  const { data: said } = MUTATIONS['finding.fix'].args.safeParse(row.args);
  if (!said) throw new Error('it cannot be read');
  expect(await redo(place, row)).toEqual({ ok: true, to: `/findings/${said.id}/fix` });
  const { photos = [], redoes = null } = recall('fix', said.id) ?? {};
  expect(photos).toEqual(said.photos);
  expect(await fixFinding(tablet.author, { ...said, photos }, '当场整改', redoes)).toEqual({
    ok: true,
  });
  await tablet.sync();
  expect(server.rows.all('finding').find(({ id }) => id === said.id)?.closing).toBe('on-spot');
  expect(await listDecided(tablet.db)).toMatchObject([{ decision: { how: 'redone' } }]);
});

test('one that was begun meanwhile is written to its end first', async () => {
  const { row, place } = await refusedOf('finding.verify');
  const id = String(Object(row.args).id);
  const begun = { ...newVisit(uuid()), note: '正在写' };
  keepVisit('recheck', LEADER.accountId, id, begun);
  expect(await redo(place, row)).toMatchObject({
    ok: true,
    to: `/findings/${id}/recheck`,
    word: '这个问题已有一份没写完的，先把它写完',
  });
  expect(recall('recheck', id)).toEqual(begun);
});

test('what is lacking is said before it is saved', () => {
  const draft = newVisit(uuid());
  expect(whatIsMissing('recheck', draft)).toMatch(/复查结果/);
  expect(whatIsMissing('recheck', { ...draft, result: 'failed' })).toMatch(/哪里没有改到位/);
  expect(whatIsMissing('recheck', { ...draft, result: 'failed', note: '缺口还在' })).toBeNull();
  expect(whatIsMissing('recheck', { ...draft, result: 'passed' })).toBeNull();
  expect(whatIsMissing('fix', draft)).toMatch(/照片/);
});
