/** What befell others in the field, one test each, named by what people saw; the numbers are those of their trackers. */
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { saveFindingFromDraft } from '../../src/client/store/drafts.ts';
import { custody } from '../../src/client/sync/custody.ts';
import { PIECE_BYTES } from '../../src/client/sync/tus.ts';
import { MissingPhotos } from '../../src/protocol/missing-photos.ts';
import { jpeg } from '../support/jpeg.ts';
import { firstPoint, today } from '../support/line.ts';
import type { OfficeClient } from '../support/office-client.ts';
import { RoughLine } from '../support/rough-line.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import {
  draftOf,
  keptPhoto,
  openTablet,
  readyTablet,
  type Tablet,
  uuid,
} from '../support/tablet.ts';

let server: TestServer;
let person: OfficeClient;
let supervisor: OfficeClient;

beforeAll(async () => {
  server = await startTestServer();
  person = await server.signIn('inspector1');
  supervisor = await server.signIn('supervisor');
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

afterAll(() => server.end());

async function fieldTablet(client: OfficeClient = person) {
  const line = new RoughLine(client);
  const on = today();
  return { line, on, tablet: await readyTablet(line, on, client.session) };
}

/** Records a problem with these photos; answers its draft. */
async function record(tablet: Tablet, text: string, pictures: readonly Uint8Array<ArrayBuffer>[]) {
  const { team, point } = await firstPoint(tablet);
  const photos = [];
  for (const picture of pictures) photos.push(await keptPhoto(tablet, picture));
  const place = { roundId: team.roundId, pointId: point.id, unitId: point.streetId };
  const draft = draftOf({ id: uuid(), text, ...place, photos });
  expect(await saveFindingFromDraft(tablet, draft)).toEqual({ ok: true });
  return draft;
}

const picture = (bytes: number) => jpeg(1600, 1200, bytes);
const isPush = ({ path }: { path: string }) => path === '/api/sync';
const isPiece = ({ piece }: { piece: number }) => piece > 0;

async function states(tablet: Tablet, hashes: readonly string[]) {
  return (await tablet.db.blob.bulkGet([...hashes])).map((row) => row?.state);
}

/** What the office has of a problem. */
async function atTheOffice(id: string) {
  const desk = await readyTablet(new RoughLine(supervisor), today(), supervisor.session);
  const [finding, photos, events] = await Promise.all([
    desk.db.finding.get(id),
    desk.db.photo.where('findingId').equals(id).toArray(),
    desk.db.event.where('subjectId').equals(id).toArray(),
  ]);
  return { finding, photos, events };
}

// ODK Collect #7356
test('a batch of photos that is cut goes on at the byte where it stood, after a restart of the office too', async () => {
  const { line, tablet } = await fieldTablet();
  const pictures = [1, 2, 3, 4].map((nth) => picture(PIECE_BYTES * 2 + nth * 1_000));
  const { photos } = await record(tablet, '照片传到一半断网', pictures);
  const hashes = photos.map((photo) => photo.sha256);
  let pieces = 0;
  line.fault = ({ piece }) => {
    if (piece > 0) pieces += 1;
    // The third photo's second piece.
    return piece > 0 && pieces === 8 ? { cutAfter: 50_000 } : null;
  };
  expect((await tablet.sync()).phase).toBe('offline');
  expect(await states(tablet, hashes)).toEqual(['arrived', 'arrived', 'waiting', 'waiting']);

  server = await server.restart();
  expect((await tablet.sync()).phase).toBe('idle');
  expect(await states(tablet, hashes)).toEqual(['arrived', 'arrived', 'arrived', 'arrived']);
  const whole = pictures.reduce((sum, one) => sum + one.length, 0);
  expect(line.photoBytes).toBe(whole + PIECE_BYTES - 50_000);
});

// QField #4765: 160 of 175; here 32 of 35.
test('of 35 photos 3 do not arrive, and each of the 3 is said on the tablet, at the office and by device', async () => {
  const { tablet } = await fieldTablet();
  const lost: string[] = [];
  const findings: string[] = [];
  for (let nth = 0; nth < 5; nth += 1) {
    const pictures = Array.from({ length: 7 }, () => picture(100));
    const { id, photos } = await record(tablet, `第 ${nth + 1} 个问题`, pictures);
    findings.push(id);
    if (nth < 3) lost.push(photos[nth % 7]?.sha256 ?? '');
  }
  // The browser has let go of the bytes.
  await tablet.db.jpeg.bulkDelete(lost);
  expect((await tablet.sync()).phase).toBe('idle');

  expect(await custody(tablet.db)).toMatchObject({
    photosArrived: 32,
    photosFailed: 3,
    allAccepted: false,
  });
  for (const row of await tablet.db.blob.bulkGet(lost)) {
    expect(row).toMatchObject({ state: 'failed', error: '本机已没有这张照片的内容' });
  }
  const answer = await fetch(`${server.url}/api/photos/missing`, {
    headers: { cookie: supervisor.cookie },
  });
  const missing = MissingPhotos.parse(await answer.json());
  const { clientId } = tablet.author;
  expect(missing.findings).toEqual(
    findings.slice(0, 3).map((findingId) => ({
      findingId,
      expected: 7,
      present: 6,
      out: [{ clientId, photos: 1 }],
    })),
  );
  expect(missing.devices).toMatchObject([{ clientId, photos: 3 }]);
  const desk = await readyTablet(new RoughLine(supervisor), today(), supervisor.session);
  const out = await desk.db.photo.filter((photo) => !photo.arrived).toArray();
  expect(out.map((photo) => photo.sha256).sort()).toEqual(lost.sort());
});

// CHT Core #8303
test('an answer that does not come in time is no receipt, neither for a deed nor for a photo', async () => {
  const { line, tablet } = await fieldTablet();
  const { id, photos } = await record(tablet, '等不到答复', [picture(5_000)]);
  const [photo] = photos;
  const held = () => custody(tablet.db);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const waitInVain = async (fits: Parameters<RoughLine['failNext']>[0], ms: number) => {
    line.failNext(fits, 'answer-never');
    const hanging = line.hangs();
    const syncing = tablet.sync();
    await hanging;
    await vi.advanceTimersByTimeAsync(ms);
    return syncing;
  };

  expect((await waitInVain(isPush, 60_000)).phase).toBe('offline');
  expect(await held()).toMatchObject({ accepted: 0, waiting: 2, allAccepted: false });

  expect((await waitInVain(isPiece, 120_000)).phase).toBe('offline');
  expect(await held()).toMatchObject({ accepted: 1, photosWaiting: 1, allAccepted: false });

  expect((await tablet.sync()).phase).toBe('idle');
  expect(await held()).toMatchObject({ accepted: 2, waiting: 0, allAccepted: true });
  const { finding, photos: there } = await atTheOffice(id);
  expect([finding?.text, there.map((one) => one.arrived)]).toEqual(['等不到答复', [true]]);
  expect(line.photoBytes).toBe(photo?.bytes);
});

// QFieldCloud #551
test('a push that is received and not applied stays on top of what is pulled, until it is applied', async () => {
  const { line, tablet } = await fieldTablet();
  const { id, count, unitId, deadline } = await record(tablet, '先登记的说法', []);
  await tablet.sync();
  const facts = { id, count, unitId, deadline, photos: [] };
  const desk = await fieldTablet(supervisor);
  await desk.tablet.do('finding.amend', { ...facts, text: '负责人改的说法' });
  await desk.tablet.sync();

  await tablet.do('finding.amend', { ...facts, text: '督查员在现场改的说法' });
  line.failNext(isPush, 'deeds-dropped');
  expect(await tablet.sync()).toMatchObject({ phase: 'idle', failure: { code: 'unanswered' } });
  expect((await tablet.db.base.get(`finding/${id}`))?.row).toMatchObject({
    text: '负责人改的说法',
  });
  expect((await tablet.db.finding.get(id))?.text).toBe('督查员在现场改的说法');
  expect(await custody(tablet.db)).toMatchObject({ waiting: 1, allAccepted: false });

  await tablet.sync();
  expect(await custody(tablet.db)).toMatchObject({ waiting: 0, allAccepted: true });
  const { finding, events } = await atTheOffice(id);
  expect(finding?.text).toBe('督查员在现场改的说法');
  expect(events.map((event) => event.detail).sort()).toEqual(
    ['先登记的说法', '负责人改的说法', '督查员在现场改的说法'].sort(),
  );
});

// Survey123 #389
test('sent nine times because eight answers were lost, a problem and its photo are there once', async () => {
  const { line, on, tablet } = await fieldTablet();
  const shown = picture(PIECE_BYTES + 500);
  const { id, photos } = await record(tablet, '重复上传八次', [shown]);
  line.failNext(isPush, 'answer-lost', 8);
  for (let time = 0; time < 8; time += 1) expect((await tablet.sync()).phase).toBe('offline');
  line.failNext(({ piece }) => piece > 0 && piece < PIECE_BYTES, 'answer-lost');
  expect((await tablet.sync()).phase).toBe('offline');
  // Another problem shows the same picture, and both tabs send at once.
  const other = await record(tablet, '同一张照片', [shown]);
  const second = await openTablet(line, on, person.session);
  await Promise.all([tablet.sync(), second.sync()]);
  await tablet.sync();

  expect(line.photoBytes).toBe(photos[0]?.bytes);
  for (const one of [id, other.id]) {
    const { finding, photos: there, events } = await atTheOffice(one);
    expect(finding?.id).toBe(one);
    expect(events.map((event) => event.kind)).toEqual(['recorded']);
    expect(there.map((photo) => photo.arrived)).toEqual([true]);
  }
  const desk = await readyTablet(new RoughLine(supervisor), today(), supervisor.session);
  expect(await desk.db.finding.filter((row) => row.text === '重复上传八次').count()).toBe(1);
  expect(await custody(tablet.db)).toMatchObject({ allAccepted: true });
});

// Enketo #1584
test('the worker answers GET alone: whatever carries a body goes past it as it is', async () => {
  const heard: ((event: object) => void)[] = [];
  const origin = 'http://office.test';
  const scope = {
    __WB_DISABLE_DEV_LOGS: true,
    __WB_MANIFEST: [{ url: '/index.html', revision: '1' }],
    registration: { scope: `${origin}/` },
    location: new URL(origin),
    addEventListener(type: string, listener: (event: object) => void) {
      if (type === 'fetch') heard.push(listener);
    },
  };
  vi.stubGlobal('self', scope);
  for (const [name, value] of Object.entries(scope)) vi.stubGlobal(name, value);
  // By a name that the compiler does not follow: the worker's world has types of its own.
  const worker = '../../sw/worker.ts';
  await import(/* @vite-ignore */ worker);

  const isAnswered = (method: string, path: string) => {
    const body = method === 'GET' || method === 'HEAD' ? null : '{"mutations":[1]}';
    const request = new Request(origin + path, { method, body });
    let answered = false;
    const respondWith = (response: Promise<unknown>) => {
      answered = true;
      response.catch(() => undefined);
    };
    for (const hear of heard) hear({ type: 'fetch', request, respondWith });
    return answered;
  };
  expect(isAnswered('GET', '/index.html')).toBe(true);
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']) {
    for (const path of ['/', '/index.html', '/api/sync', '/api/photos', '/today']) {
      expect([method, path, isAnswered(method, path)]).toEqual([method, path, false]);
    }
  }
});

// A queue that one bad item blocks for ever.
test('a deed that breaks the office, one that it refuses and a photo that is none hold up nothing else', async () => {
  const BOMB = '会让服务器出错的内容';
  await sql`create trigger bomb before insert on finding when new.text = ${sql.lit(BOMB)}
    begin select raise(abort, '坏了'); end`.execute(server.context.store.db);
  const { tablet } = await fieldTablet();
  const breaking = await record(tablet, BOMB, [picture(100)]);
  const refused = await record(tablet, '单位不存在', []);
  await tablet.db.outbox
    .where('seq')
    .equals(2)
    .modify((row) => {
      row.args = { ...refused, unitId: 'U-NOWHERE' };
    });
  const noPicture = new TextEncoder().encode('<html>不是照片</html>');
  const good = await record(tablet, '排在后面的好问题', [noPicture, picture(9_000)]);

  for (let time = 0; time < 3; time += 1) await tablet.sync();
  expect(await tablet.db.outbox.count()).toBe(0);
  expect(await tablet.db.refused.toArray()).toMatchObject([
    { seq: 1, code: 'set-aside', args: { id: breaking.id, text: BOMB } },
    { seq: 2, code: 'unit-missing', args: { id: refused.id, text: '单位不存在' } },
  ]);
  expect((await atTheOffice(good.id)).finding?.text).toBe('排在后面的好问题');
  const hashes = good.photos.map((photo) => photo.sha256);
  expect(await states(tablet, hashes)).toEqual(['failed', 'arrived']);
  expect((await tablet.db.blob.get(hashes[0] ?? ''))?.error).toMatch(/^这不是 JPEG 照片/);
  expect(await custody(tablet.db)).toMatchObject({ waiting: 1, refused: 2, allAccepted: false });
});
