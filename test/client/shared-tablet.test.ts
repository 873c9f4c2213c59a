/** One tablet, several people: each has a store of their own, and a sign-in that runs out costs nobody anything. */
import { expect, test, vi } from 'vitest';
import { keptRemarks } from '../../src/client/screens/inspection/kept-remark.ts';
import type { LocalDatabase } from '../../src/client/store/database.ts';
import { saveDraft, saveFindingFromDraft } from '../../src/client/store/drafts.ts';
import { listRefused } from '../../src/client/store/refused.ts';
import { custody } from '../../src/client/sync/custody.ts';
import { MemoryServer } from '../support/memory-server.ts';
import { inspector, inspector2 } from '../support/small-city.ts';
import {
  draftOf,
  findingArgs,
  machine,
  openTablet,
  readyTablet,
  takenPhoto,
  uuid,
} from '../support/tablet.ts';

const OWN = ['outbox', 'refused', 'receipt', 'draft', 'blob', 'jpeg'] as const;

async function own(db: LocalDatabase): Promise<Record<string, unknown[]>> {
  const lists = await Promise.all(OWN.map((table) => db.table(table).toCollection().primaryKeys()));
  return Object.fromEntries(OWN.map((table, nth) => [table, lists[nth] ?? []]));
}

test('a second person on the same tablet sees nothing, sends nothing and loses nothing of the first', async () => {
  const server = new MemoryServer();
  const on = machine();
  const first = await readyTablet(server, on);
  await first.do('finding.record', findingArgs());
  await first.sync();
  server.setsAside = 'finding.record';
  await first.do('finding.record', findingArgs());
  await first.sync();
  server.setsAside = null;
  server.network = 'down';
  const photo = await takenPhoto(first, 900);
  const draft = draftOf({ id: uuid(), photos: [photo], text: '第一个人的问题' });
  await saveFindingFromDraft(first, draft);
  await saveDraft(first.db, draftOf({ id: uuid(), photos: [await takenPhoto(first, 901, 2)] }));
  const held = await own(first.db);
  for (const table of OWN) expect(held[table], table).not.toEqual([]);
  await first.close();

  server.network = 'up';
  server.actor = inspector2;
  const second = await readyTablet(server, on, inspector2);
  expect(Object.values(await own(second.db)).flat()).toEqual([]);
  expect(await custody(second.db)).toMatchObject({ saved: 0, allAccepted: true });
  await second.do('finding.record', findingArgs({ text: '第二个人的问题' }));
  await second.sync();
  const ofSecond = server.requests.filter(({ clientId }) => clientId === second.author.clientId);
  expect(JSON.stringify(ofSecond)).not.toContain('第一个人');
  expect(server.photos.arrived.size).toBe(0);
  await second.close();

  server.actor = inspector;
  const back = await openTablet(server, on);
  expect(await own(back.db)).toEqual(held);
  await back.sync();
  expect(server.rows.all('finding').map(({ text }) => text)).toContain('第一个人的问题');
  expect(server.photos.arrived.has(photo.sha256)).toBe(true);
  expect(await listRefused(back.db)).toHaveLength(1);
  expect(await back.db.draft.count()).toBe(1);
});

test('a sign-in that runs out pauses the upload alone: work goes on, and all of it goes after the next', async () => {
  const server = new MemoryServer();
  const tablet = await readyTablet(server);
  server.failure = 'not-signed-in';
  await tablet.do('finding.record', findingArgs({ text: '登录过期以后' }));
  expect(await tablet.sync()).toMatchObject({ phase: 'signed-out' });
  const asked = server.requests.length;
  const photo = await takenPhoto(tablet, 900);
  const draft = draftOf({ id: uuid(), photos: [photo], text: '再登记一个' });
  expect(await saveFindingFromDraft(tablet, draft)).toEqual({ ok: true });
  expect(await tablet.db.finding.get(draft.id)).toMatchObject({ text: '再登记一个' });
  expect(await custody(tablet.db)).toMatchObject({ waiting: 3, allAccepted: false });
  // Nothing is tried by itself meanwhile.
  tablet.loop.nudge();
  tablet.loop.poke();
  await tablet.loop.settled();
  expect(server.requests).toHaveLength(asked);

  server.failure = null;
  expect(await tablet.sync()).toMatchObject({ phase: 'idle', failure: null });
  expect(server.rows.all('finding').map(({ text }) => text)).toEqual([
    '登录过期以后',
    '再登记一个',
  ]);
  expect(await custody(tablet.db)).toMatchObject({
    waiting: 0,
    photosArrived: 1,
    allAccepted: true,
  });
});

test('a remark that one person was typing is not said in the name of the next', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  const visit = uuid();
  const remark = { note: '门前有积水', count: 2 };
  const first = keptRemarks(inspector.accountId, visit);
  first.keep('C01-1', remark);
  const second = keptRemarks(inspector2.accountId, visit);
  expect(second.recall('C01-1')).toBeNull();
  second.forget('C01-1');
  expect(first.recall('C01-1')).toEqual(remark);
  vi.unstubAllGlobals();
});
