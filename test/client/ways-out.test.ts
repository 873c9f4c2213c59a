/**
 * Whatever the office does not take, of whichever kind: it can be said again, said
 * anew in its place, taken out as a file and given up; until then it stays in sight.
 */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { refusedFile } from '../../src/client/rescue/refused-file.ts';
import { DEED_NAMES } from '../../src/client/rescue/tell-deed.ts';
import {
  deliverArgs,
  NEW_DELIVERY,
  recallDelivery,
} from '../../src/client/screens/delivery/delivery-draft.ts';
import { recallChoice } from '../../src/client/screens/issue/choice.ts';
import { redo } from '../../src/client/screens/sync/redo.ts';
import { hasForm, REDO_WORDS } from '../../src/client/screens/sync/redo-words.ts';
import { giveUp, retryAll, retryRefused } from '../../src/client/store/decisions.ts';
import { deliverNotice } from '../../src/client/store/deliver.ts';
import { saveFindingFromDraft } from '../../src/client/store/drafts.ts';
import { issueNotice } from '../../src/client/store/issue.ts';
import { mutate } from '../../src/client/store/mutate.ts';
import { redoing } from '../../src/client/store/redoing.ts';
import { listDecided, listRefused } from '../../src/client/store/refused.ts';
import { custody } from '../../src/client/sync/custody.ts';
import {
  isMutationName,
  MUTATIONS,
  type MutationName,
} from '../../src/protocol/mutations/index.ts';
import { MemoryServer } from '../support/memory-server.ts';
import { LEADER, refusedOf, TEXT } from '../support/refused-case.ts';
import { readyTablet, uuid } from '../support/tablet.ts';

const NAMES = Object.keys(MUTATIONS).filter(isMutationName);

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

test('the table of deeds covers every kind that travels', () => {
  for (const table of [REDO_WORDS, DEED_NAMES])
    expect(Object.keys(table).sort()).toEqual([...NAMES].sort());
});

describe.each(NAMES)('a refused %s', (name) => {
  test('stays in sight, with its content and why, and the light is not green', async () => {
    const { tablet, row } = await refusedOf(name);
    expect(row).toMatchObject({ code: 'set-aside', decision: null });
    await tablet.sync();
    expect(await listRefused(tablet.db)).toEqual([row]);
    expect(await custody(tablet.db)).toMatchObject({ refused: 1, allAccepted: false });
  });

  test('said again is a new deed of the same content, once, and arrives', async () => {
    const { server, tablet, row } = await refusedOf(name);
    const last = (await tablet.db.head.get('head'))?.lastSeq ?? 0;
    server.network = 'down';
    await Promise.all([retryRefused(tablet.author, row), retryRefused(tablet.author, row)]);
    const [deed, ...more] = await tablet.db.outbox.toArray();
    expect(more).toEqual([]);
    expect(deed).toMatchObject({ seq: last + 1, name, title: row.title });
    // The number was voided with it, and the paper says when it was issued.
    const content = (args: unknown) => ({ ...Object(args), number: null, record: null });
    expect(content(deed?.args)).toEqual(content(row.args));
    server.network = 'up';
    await tablet.sync();
    const results = server.clients.get(tablet.author.clientId)?.results;
    expect(results?.get(last + 1)).toMatchObject({ status: 'applied' });
    expect(await listDecided(tablet.db)).toContainEqual({
      ...row,
      decision: {
        how: 'retried',
        at: expect.any(Number),
        by: '督查员一',
        reason: '',
        seq: last + 1,
      },
    });
    expect(await custody(tablet.db)).toMatchObject({ refused: 0, waiting: 0, allAccepted: true });
  });

  test('leads to where it can be said anew, and loses nothing by the way there', async () => {
    const { tablet, row, place } = await refusedOf(name);
    const way = await redo(place, row);
    expect(way).toMatchObject({ ok: true, to: expect.stringMatching(/^\//) });
    expect(await listRefused(tablet.db)).toEqual([row]);
    // Asked for twice, there is still one form.
    expect(await redo(place, row)).toEqual(way);
    expect(await tablet.db.draft.count()).toBe(isProblem(name) ? 1 : 0);
  });

  test('taken out is one page that says what it was, with its photos, and runs nothing', async () => {
    const { row, place } = await refusedOf(name);
    const file = await refusedFile(place, row);
    expect(file.name).toMatch(/^未被接受-督查员一-第\d+条\.html$/);
    const page = await file.text();
    expect(page).toContain('服务器多次处理失败');
    expect(page).toContain(DEED_NAMES[name]);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toContain('<b>缺失</b>');
    if (isProblem(name)) {
      expect(page).toContain('护栏&lt;b&gt;缺失&lt;/b&gt;三米');
      const [hash = ''] = Object(row.args).photos.map((photo: { sha256: string }) => photo.sha256);
      const jpeg = await (await place.db.jpeg.get(hash))?.jpeg.arrayBuffer();
      expect(page).toContain(Buffer.from(jpeg ?? new ArrayBuffer(0)).toString('base64'));
    }
  });

  test('given up stays on the list of what was given up, and the office learns of it', async () => {
    const { server, tablet, row } = await refusedOf(name);
    await giveUp(tablet.author, row, '已另行登记');
    await tablet.sync();
    expect(await listRefused(tablet.db)).toEqual([]);
    const [given] = await listDecided(tablet.db);
    expect(given).toMatchObject({
      args: row.args,
      decision: { how: 'given-up', by: '督查员一', reason: '已另行登记' },
    });
    const told = server.requests.flatMap(({ mutations }) => mutations).at(-1);
    expect(told).toMatchObject({
      name: 'refused.decide',
      args: { seq: row.seq, decision: 'given-up', reason: '已另行登记' },
    });
    expect(await custody(tablet.db)).toMatchObject({ refused: 0, waiting: 0, allAccepted: true });
  });
});

test('given up and tried again at once, one of the two is done, and the other is told so', async () => {
  const { tablet, row } = await refusedOf('finding.record');
  const outcomes = await Promise.all([
    giveUp(tablet.author, row, '重复了'),
    retryRefused(tablet.author, row),
  ]);
  expect(outcomes).toEqual([
    { ok: true },
    { ok: false, reason: 'already-decided', detail: '放弃' },
  ]);
  expect(await giveUp(tablet.author, row, '重复了')).toEqual({ ok: true });
  expect((await tablet.db.outbox.toArray()).map(({ name }) => name)).toEqual(['refused.decide']);
});

function isProblem(name: MutationName): boolean {
  return name === 'finding.record' || name === 'finding.amend';
}

describe('a corrected deed takes the place of the refused one', () => {
  test.each(['finding.record', 'finding.amend'] as const)('%s, from its form', async (name) => {
    const { server, tablet, row, place } = await refusedOf(name);
    await redo(place, row);
    const [draft] = await tablet.db.draft.toArray();
    if (!draft) throw new Error('no form was filled in');
    expect(draft).toMatchObject({ text: expect.stringContaining(TEXT), redoes: row.seq });
    expect(draft.photos).toHaveLength(1);
    await saveFindingFromDraft(tablet, { ...draft, text: '改过的话' });
    await tablet.sync();
    expect(server.rows.all('finding').map(({ text }) => text)).toContain('改过的话');
    expect((await tablet.db.blob.toArray()).map(({ state }) => state)).toEqual(['arrived']);
    expect(await listDecided(tablet.db)).toMatchObject([
      { seq: row.seq, decision: { how: 'redone' } },
    ]);
  });

  test('notice.issue, from what was chosen for it', async () => {
    const { server, tablet, row, place } = await refusedOf('notice.issue');
    await redo(place, row);
    const { redoes = null, group, deadline } = recallChoice(LEADER.accountId);
    expect({ redoes, group, deadline }).toEqual({
      redoes: row.seq,
      group: 'R1/U01',
      deadline: Object(row.args).deadline,
    });
    const { roundId, teamId, unitId, findingIds } = Object(row.args);
    const args = {
      id: uuid(),
      roundId,
      teamId,
      unitId,
      findingIds,
      deadline: { kind: 'days', days: 5 },
    } as const;
    await issueNotice(tablet.author, args, '签发', redoing(tablet.author, redoes));
    await tablet.sync();
    expect(server.rows.all('notice')).toMatchObject([{ id: args.id, deadline: { days: 5 } }]);
    expect(await listDecided(tablet.db)).toMatchObject([{ decision: { how: 'redone' } }]);
  });

  test.each(['notice.deliver', 'notice.redeliver'] as const)(
    '%s, with strokes and words as they were',
    async (name) => {
      const { server, tablet, row, place } = await refusedOf(name);
      const id = String(Object(row.args).id);
      expect(await redo(place, row)).toMatchObject({ ok: true, to: `/notices/${id}/deliver` });
      const draft = recallDelivery(LEADER.accountId, id) ?? NEW_DELIVERY;
      expect(draft).toMatchObject({ redoes: row.seq, why: Object(row.args).reason ?? '' });
      const corrects = name === 'notice.redeliver';
      const args = deliverArgs(id, { ...draft, witness: '赵某' }, corrects);
      expect(args.how).toEqual({ ...Object(row.args).how, witness: '赵某' });
      const deed = corrects ? { ...args, reason: draft.why } : args;
      expect(await deliverNotice(tablet.author, deed, '送达', draft.redoes)).toEqual({ ok: true });
      await tablet.sync();
      expect(server.rows.all('notice')).toMatchObject([
        { delivery: { how: { witness: '赵某' }, earlier: corrects ? [{}] : [] } },
      ]);
      expect(await listDecided(tablet.db)).toMatchObject([{ decision: { how: 'redone' } }]);
    },
  );

  test.each(['finding.void', 'notice.void'] as const)('%s, with another reason', async (name) => {
    const { server, tablet, row } = await refusedOf(name);
    const args = { id: String(Object(row.args).id), reason: '另一个理由' };
    const deed = { name, id: args.id, title: '作废', args: () => args };
    await mutate(tablet.author, { ...deed, ...redoing(tablet.author, row.seq) });
    await tablet.sync();
    expect(server.rows.all('event').map(({ detail }) => detail)).toContain('另一个理由');
    expect(await listDecided(tablet.db)).toMatchObject([{ decision: { how: 'redone' } }]);
  });

  test('移交 and its result lead to their forms, and a form stands for the refused deed', async () => {
    for (const name of ['finding.hand-off', 'handoff.settle'] as const) {
      const { tablet, row, place } = await refusedOf(name);
      expect(await redo(place, row)).toEqual({ ok: true, to: `/handoff?redo=${row.seq}` });
      const args = { ...Object(row.args), note: '另一句' };
      const deed = { name, id: String(args.id), title: '移交', args: () => args };
      await mutate(tablet.author, { ...deed, ...redoing(tablet.author, row.seq) });
      await tablet.sync();
      expect(await listDecided(tablet.db)).toMatchObject([{ decision: { how: 'redone' } }]);
      expect(await redo(place, row)).toMatchObject({ ok: true, to: `/findings/${args.id}` });
    }
  });

  test('and only the kinds with a form say so', () => {
    expect(NAMES.filter(hasForm).sort()).toEqual(
      [
        'extension.ask',
        'finding.amend',
        'finding.fix',
        'finding.merge',
        'finding.record',
        'finding.review',
        'finding.shelve',
        'finding.verify',
        'finding.void',
        'notice.acknowledge',
        'reply.submit',
        'reply.return',
        'notice.issue',
        'notice.void',
        'letter.void',
        'notice.deliver',
        'notice.redeliver',
        'finding.hand-off',
        'handoff.settle',
      ].sort(),
    );
  });
});

test('a visit whose beginning was refused comes back whole when all of it is said again', async () => {
  const server = new MemoryServer();
  const tablet = await readyTablet(server);
  const id = uuid();
  const said = { verdict: 'met', reason: null, count: null, note: '' } as const;
  await tablet.do('inspection.start', { id, roundId: 'R1', pointId: 'P1', checklistId: 'C01@1' });
  for (const nth of [1, 2, 3]) {
    await tablet.do('inspection.answer', { id, itemId: `C01-${nth}`, ...said });
  }
  server.setsAside = 'inspection.start';
  await tablet.sync();
  server.setsAside = null;
  const refused = await listRefused(tablet.db);
  const codes = ['set-aside', ...Array(3).fill('inspection-missing')];
  expect(refused.map(({ code }) => code)).toEqual(codes);
  expect(await tablet.db.inspection.get(id)).toBeUndefined();
  expect(await retryAll(tablet.author, [...refused].reverse())).toEqual([]);
  await tablet.sync();
  const [visit] = server.rows.all('inspection');
  expect(Object.keys(visit?.answers ?? {})).toHaveLength(3);
  expect(await listRefused(tablet.db)).toEqual([]);
});

test('what would be refused again says so here, and stays as it was', async () => {
  const { server, tablet, row } = await refusedOf('finding.record');
  server.rows.delete('unit', 'U01');
  await tablet.sync();
  expect(await retryRefused(tablet.author, row)).toMatchObject({
    ok: false,
    reason: 'unit-missing',
  });
  expect(await listRefused(tablet.db)).toEqual([row]);
  expect(await tablet.db.outbox.count()).toBe(0);
});
