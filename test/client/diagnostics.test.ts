/** 诊断包 tells how a tablet is doing, and nothing of what anybody wrote or is called. */
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { diagnosticsOf } from '../../src/client/rescue/diagnostics.ts';
import { SCHEMA_VERSION } from '../../src/client/store/database.ts';
import { giveUp } from '../../src/client/store/decisions.ts';
import { saveDraft, saveFindingFromDraft } from '../../src/client/store/drafts.ts';
import { KEPT_EVENTS, note, readLog } from '../../src/client/store/log.ts';
import { listRefused } from '../../src/client/store/refused.ts';
import type { Session } from '../../src/protocol/session.ts';
import { PROTOCOL } from '../../src/protocol/sync.ts';
import { MemoryServer } from '../support/memory-server.ts';
import { inspector, NOON, office, point, unit } from '../support/small-city.ts';
import {
  draftOf,
  findingArgs,
  machine,
  openTablet,
  readyTablet,
  type Tablet,
  takenPhoto,
  uuid,
} from '../support/tablet.ts';

/** In every text that a person or the office has written. */
const MARK = '绝密';
const LEADER: Session = {
  ...inspector,
  name: `${MARK}人名`,
  account: `${MARK}账号`,
  role: 'supervisor',
};

function made(tablet: Tablet) {
  return diagnosticsOf({
    db: tablet.db,
    appVersion: '1.2.3',
    userAgent: 'Mozilla/5.0 (test)',
    storage: { persisted: true, usage: 5, quota: 100 },
    status: tablet.status(),
    at: NOON,
    alarms: ['rows-torn'],
  });
}

/** A tablet with something in every table, all of it marked. */
async function markedTablet(): Promise<Tablet> {
  const server = new MemoryServer();
  server.actor = LEADER;
  server.rows.put('office', { ...office, name: `${MARK}单位`, contact: `${MARK}联系人` });
  server.rows.put('unit', { ...unit, name: `${MARK}责任单位`, shortName: MARK, duties: MARK });
  server.rows.put('point', { ...point('P1'), name: `${MARK}点位`, address: MARK });
  const tablet = await readyTablet(server, undefined, LEADER);
  const photo = await takenPhoto(tablet, 900);
  await tablet.db.blob.update(photo.sha256, { title: MARK });
  const finding = findingArgs({ text: `${MARK}问题`, photos: [photo] });
  const visit = uuid();
  await tablet.do('inspection.start', {
    id: visit,
    roundId: 'R1',
    pointId: 'P1',
    checklistId: 'C01@1',
  });
  const said = { verdict: 'unmet', reason: null, count: 2, note: `${MARK}备注` } as const;
  await tablet.do('inspection.answer', { id: visit, itemId: 'C01-1', ...said });
  await saveFindingFromDraft(tablet, draftOf(finding));
  const notice = {
    id: uuid(),
    roundId: 'R1',
    teamId: 'T1',
    unitId: 'U01',
    findingIds: [finding.id],
  };
  await tablet.issue({ ...notice, deadline: { kind: 'days', days: 3 } });
  await tablet.sync();
  await tablet.do('notice.void', { id: notice.id, reason: `${MARK}理由` });
  await tablet.sync();
  server.setsAside = 'finding.record';
  for (const text of [`${MARK}一`, `${MARK}二`])
    await tablet.do('finding.record', findingArgs({ text }));
  await tablet.sync();
  const [first] = await listRefused(tablet.db);
  if (first) await giveUp(tablet.author, first, `${MARK}放弃`);
  // A network that answers in words of its own.
  server.answersWith = () =>
    Response.json({ code: `${MARK}code`, message: `${MARK}message` }, { status: 401 });
  await tablet.sync();
  await tablet.do('finding.record', findingArgs({ text: `${MARK}三` }));
  await saveDraft(tablet.db, draftOf({ id: uuid(), text: `${MARK}草稿` }));
  return tablet;
}

describe('the file', () => {
  test('holds nothing that a person wrote or is called, nor any hash', async () => {
    const tablet = await markedTablet();
    const { sha256 = '' } = (await tablet.db.blob.toArray())[0] ?? {};
    const store = await Promise.all(tablet.db.tables.map((table) => table.toArray()));
    expect(JSON.stringify(store).split(MARK).length).toBeGreaterThan(20);
    expect(JSON.stringify(store)).toContain(sha256);
    const text = JSON.stringify(await made(tablet));
    expect(text).not.toContain(MARK);
    expect(text).not.toContain(sha256);
    expect(text).not.toMatch(/\p{Script=Han}/u);
    for (const { id } of await tablet.db.finding.toArray()) expect(text).not.toContain(id);
  });

  test('says versions, counts by state, storage, clock and what went wrong', async () => {
    const tablet = await markedTablet();
    expect(await made(tablet)).toMatchObject({
      versions: { app: '1.2.3', protocol: PROTOCOL, schema: SCHEMA_VERSION },
      storage: { persisted: true, usage: 5, quota: 100 },
      clock: { offsetMs: expect.any(Number) },
      sync: { phase: 'signed-out', failure: 'other' },
      tables: { outbox: 2, refused: 2, draft: 1, blob: 1, point: 3 },
      states: {
        outbox: { 'refused.decide': 1, 'finding.record': 1 },
        refused: {
          'finding.record set-aside given-up': 1,
          'finding.record set-aside open': 1,
        },
        photos: { arrived: 1 },
        notices: { voided: 1 },
      },
      alarms: ['rows-torn'],
      errors: [{ kind: 'round', code: 'other', pushed: 1 }],
    });
  });
});

describe('what happened', () => {
  test('is kept to the last 200 things, in their order', async () => {
    const { db } = await openTablet(new MemoryServer());
    for (let nth = 1; nth <= KEPT_EVENTS + 30; nth += 1) {
      await note(db, { kind: 'photo', code: 'ok', bytes: nth });
    }
    const kept = await readLog(db);
    expect(kept).toHaveLength(KEPT_EVENTS);
    expect(kept.map(({ bytes }) => bytes)).toEqual(
      Array.from({ length: KEPT_EVENTS }, (_, nth) => nth + 31),
    );
  });

  test('survives the page, and goes on from there', async () => {
    const server = new MemoryServer();
    const on = machine();
    const before = await readyTablet(server, on);
    await before.do('finding.record', findingArgs());
    await before.sync();
    const known = await readLog(before.db);
    expect(known.at(-1)).toMatchObject({ kind: 'round', code: 'ok', pushed: 1, refused: 0 });
    await before.close();
    const after = await openTablet(server, on);
    expect(await readLog(after.db)).toEqual(known);
    server.network = 'down';
    await after.sync();
    const [last] = (await readLog(after.db)).slice(-1);
    expect(last).toMatchObject({
      kind: 'round',
      code: 'offline',
      nth: (known.at(-1)?.nth ?? 0) + 1,
    });
  });

  test('the same nothing again is counted, so that a quiet hour does not push out the rest', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const length = (await readLog(tablet.db)).length;
    for (let nth = 0; nth < 5; nth += 1) await tablet.sync();
    const log = await readLog(tablet.db);
    expect(log).toHaveLength(length + 1);
    expect(log.at(-1)).toMatchObject({ kind: 'round', code: 'ok', times: 5, pulled: 0 });
  });

  test('a record that cannot be written holds up nothing', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server, { ...machine(), indexedDB: new IDBFactory() });
    tablet.db.close();
    await expect(note(tablet.db, { kind: 'storage', code: 'quota' })).resolves.toBeUndefined();
  });
});

test('the office reads the last failure of the storage, of an earlier sitting too', async () => {
  const server = new MemoryServer();
  const tablet = await readyTablet(server);
  expect(server.requests.at(-1)?.device.storageError).toBeNull();
  await note(tablet.db, { kind: 'storage', code: 'quota', at: NOON });
  await tablet.sync();
  expect(server.requests.at(-1)?.device.storageError).toMatch(/^11月7日 10:00 本机存储空间不足/);
});
