/** 离线包: whatever comes first and however often, the office has everything once. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SyncRequest } from '../../src/protocol/sync.ts';
import { eachStore } from '../support/each-store.ts';
import { lineOf } from '../support/line.ts';
import type { OfficeClient } from '../support/office-client.ts';
import { fieldTablet, importedBy, parcelOf, recordProblem } from '../support/parcels.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openTablet } from '../support/tablet.ts';

const NOTHING = {
  applied: 0,
  known: 0,
  refused: [],
  photosSent: 0,
  photosKnown: 0,
  photosRefused: [],
};
const tally = (counts: object) => ({ ok: true, tally: { ...NOTHING, ...counts } });

eachStore((kind) => {
  let server: TestServer;
  let person: OfficeClient;
  let supervisor: OfficeClient;

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh() });
    person = await server.signIn('inspector1');
    supervisor = await server.signIn('supervisor');
  });
  afterAll(() => server.end());

  const pulled = async () => supervisor.another().pullAll();
  const findings = async (text: string) =>
    (await pulled())
      .flatMap((puts) => puts.finding ?? [])
      .filter((finding) => finding.text.startsWith(text));
  const photosOf = async (findingId: string) =>
    (await pulled())
      .flatMap((puts) => puts.photo ?? [])
      .filter((photo) => photo.findingId === findingId);
  const clientRow = (id: string) =>
    server.context.store.db
      .selectFrom('client')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();

  test('what a tablet holds arrives by its file: deeds, photos and their bytes', async () => {
    const field = await fieldTablet(person);
    const small = await recordProblem(field, '随包 一');
    const large = await recordProblem(field, '随包 二', 400_000);
    const outcome = await importedBy(supervisor, await parcelOf(field));
    expect(outcome).toEqual(tally({ applied: 2, photosSent: 2 }));
    const by = person.session.accountId;
    const found = (await findings('随包')).map((finding) => [finding.text, finding.by]);
    expect(found.sort()).toEqual([
      ['随包 一', by],
      ['随包 二', by],
    ]);
    for (const { id, sha256 } of [small, large]) {
      expect(await photosOf(id)).toMatchObject([{ sha256, arrived: true }]);
      const file = await fetch(`${server.url}/api/photos/file/${sha256}`, {
        headers: { cookie: supervisor.cookie },
      });
      const bytes = new Uint8Array(await file.arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
  });

  test('imported twice, or twice at once, it is there once', async () => {
    const field = await fieldTablet(person);
    const { id } = await recordProblem(field, '两次导入');
    const file = await parcelOf(field);
    const both = await Promise.all([importedBy(supervisor, file), importedBy(supervisor, file)]);
    const applied = both.map((one) => (one.ok ? one.tally.applied : -1));
    expect(applied.sort()).toEqual([0, 1]);
    expect(await importedBy(supervisor, file)).toEqual(tally({ known: 1, photosKnown: 1 }));
    expect(await findings('两次导入')).toHaveLength(1);
    expect(await photosOf(id)).toHaveLength(1);
  });

  test('the tablet that comes back after its file gets its receipts, and nothing is doubled', async () => {
    const field = await fieldTablet(person);
    const { id, sha256 } = await recordProblem(field, '平板后到');
    await importedBy(supervisor, await parcelOf(field));
    await recordProblem(field, '平板后到 另一条');
    field.line.up = true;
    expect(await field.tablet.sync()).toMatchObject({ phase: 'idle', failure: null });
    const { db } = field.tablet;
    expect(await db.outbox.count()).toBe(0);
    expect(await db.refused.toArray()).toEqual([]);
    expect((await db.receipt.toArray()).map((row) => row.seq)).toEqual([1, 2]);
    expect((await db.blob.get(sha256))?.state).toBe('arrived');
    expect(await findings('平板后到')).toHaveLength(2);
    expect(await photosOf(id)).toHaveLength(1);
  });

  test('an older file than what the tablet has sent since adds only what it lacks', async () => {
    const field = await fieldTablet(person);
    await recordProblem(field, '旧包 一');
    await recordProblem(field, '旧包 二');
    const file = await parcelOf(field);
    field.line.up = true;
    const half = await openTablet({ fetch: sendingOne(person) }, field.on, person.session);
    await half.sync();
    expect(await half.db.outbox.count()).toBe(1);
    const outcome = await importedBy(supervisor, file);
    expect(outcome).toMatchObject({ ok: true, tally: { known: 1, applied: 1 } });
    await recordProblem(field, '旧包 三');
    await field.tablet.sync();
    expect(await findings('旧包')).toHaveLength(3);
    expect(await importedBy(supervisor, file)).toMatchObject({ tally: { known: 2, applied: 0 } });
    expect(await findings('旧包')).toHaveLength(3);
  });

  test('a refusal is an answer: it is told, the rest flows, and the tablet keeps its content', async () => {
    const field = await fieldTablet(person);
    await recordProblem(field, '会被拒 一');
    await recordProblem(field, '会被拒 二');
    const { db } = field.tablet;
    const first = await db.outbox.get(1);
    await db.outbox.update(1, { args: { ...Object(first?.args), unitId: 'U-NOWHERE' } });
    const file = await parcelOf(field);
    const refused = [{ title: '登记问题：会被拒 一', why: '责任单位不存在。' }];
    for (const counts of [{ applied: 1 }, { known: 1 }]) {
      const outcome = await importedBy(supervisor, file);
      expect(outcome).toMatchObject({ ok: true, tally: { ...counts, refused } });
    }
    field.line.up = true;
    await field.tablet.sync();
    expect(await db.refused.toArray()).toMatchObject([{ seq: 1, code: 'unit-missing' }]);
    expect(await db.outbox.count()).toBe(0);
  });

  test('a photo cut on the way goes when the file is imported again', async () => {
    const field = await fieldTablet(person);
    const { id } = await recordProblem(field, '照片断了', 300_000);
    const file = await parcelOf(field);
    const { line, office } = lineOf(supervisor);
    line.cutPieces = 1;
    expect(await importedBy(supervisor, file, office.fetch)).toMatchObject({
      ok: false,
      failure: { code: 'offline' },
    });
    expect(await photosOf(id)).toMatchObject([{ arrived: false }]);
    expect(await importedBy(supervisor, file)).toEqual(tally({ known: 1, photosSent: 1 }));
    expect(await photosOf(id)).toMatchObject([{ arrived: true }]);
  });

  test('beyond a gap nothing is taken, and it is said', async () => {
    const field = await fieldTablet(person);
    for (const text of ['有缺口 一', '有缺口 二']) await recordProblem(field, text);
    const { db, author } = field.tablet;
    await db.outbox.delete(1);
    expect(await importedBy(supervisor, await parcelOf(field))).toMatchObject({
      ok: false,
      failure: { code: 'parcel-gap', message: expect.stringContaining('更早') },
    });
    expect(await findings('有缺口')).toEqual([]);
    expect((await clientRow(author.clientId)).last_seq).toBe(0);
  });

  test('an import is on record, and the device has not been heard by it', async () => {
    const field = await fieldTablet(person);
    const { clientId } = field.tablet.author;
    await recordProblem(field, '有据可查');
    const before = await clientRow(clientId);
    const file = await parcelOf(field);
    await importedBy(supervisor, file);
    await importedBy(person, file);
    const { store } = server.context;
    const runs = await store.db
      .selectFrom('parcel_run')
      .selectAll()
      .where('client', '=', clientId)
      .orderBy('applied', 'desc')
      .execute();
    const [first, second] = runs;
    expect(first).toMatchObject({
      by: supervisor.session.accountId,
      account_id: person.session.accountId,
      first_taken: 1,
      last_taken: 1,
      applied: 1,
      rejected: 0,
      known: 0,
      photos: 1,
      photos_missing: 0,
      ended_at: expect.any(Number),
    });
    expect(second).toMatchObject({
      by: person.session.accountId,
      digest: first?.digest,
      first_taken: null,
      applied: 0,
      known: 1,
    });
    const after = await clientRow(clientId);
    expect(after.last_contact).toBe(before.last_contact);
    expect(JSON.parse(after.report)).toMatchObject({ unsent: 0, unsentPhotos: 0 });
  });

  test('on another device of the same person, that one keeps its own unsent work', async () => {
    const [other, field] = [await fieldTablet(person), await fieldTablet(person)];
    await recordProblem(other, '另一台 自己的');
    await recordProblem(field, '另一台 导入的');
    await importedBy(person, await parcelOf(field));
    expect((await findings('另一台')).map(({ text }) => text)).toEqual(['另一台 导入的']);
    expect(await other.tablet.db.outbox.count()).toBe(1);
    expect((await clientRow(other.tablet.author.clientId)).last_seq).toBe(0);
  });
});

/** A line that lets one deed through, and loses the network after it. */
function sendingOne(client: OfficeClient) {
  const { line, office } = lineOf(client);
  const fetch: typeof office.fetch = async (path, init) => {
    if (path !== '/api/sync') return office.fetch(path, init);
    const request = SyncRequest.parse(JSON.parse(String(init.body)));
    const body = JSON.stringify({ ...request, mutations: request.mutations.slice(0, 1) });
    const answer = await office.fetch(path, { ...init, body });
    line.up = false;
    return answer;
  };
  return fetch;
}
