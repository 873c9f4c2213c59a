/** Whose a 离线包 is, who may hand it in, and what the office believes of it. */
import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HereAnswer } from '../../src/protocol/here.ts';
import { ParcelPartAnswer } from '../../src/protocol/parcel.ts';
import { PROTOCOL, type PushedMutation } from '../../src/protocol/sync.ts';
import { type City, deed, findingArgs, join, rowsOf } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { jpeg, sha256 } from '../support/jpeg.ts';
import { type Answer, RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { upload } from '../support/uploads.ts';

const DIGEST = 'ab'.repeat(32);

eachStore((kind) => {
  let server: TestServer;
  let city: City;
  /** inspector1, on the tablet in question. */
  let owner: RawClient;
  let colleague: RawClient;
  let supervisor: RawClient;
  let admin: RawClient;
  let ownerId: string;

  const account = (name: string) => RawClient.signIn(server.url, name, server.password);
  const idOf = async (client: RawClient) =>
    String(Reflect.get(Object((await client.ask('/api/session')).body), 'accountId'));

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh() });
    owner = await account('inspector1');
    colleague = await account('inspector2');
    supervisor = await account('supervisor');
    admin = await account('admin');
    ownerId = await idOf(owner);
    city = (await join(owner)).city;
    await colleague.sync();
  });
  afterAll(() => server.end());

  /** A second tablet of the owner, which the office knows. */
  async function tablet(): Promise<{ client: RawClient; sealKey: string }> {
    const client = owner.another();
    await client.sync();
    const body = { clientId: client.clientId, gone: [], told: [] };
    const { sealKey } = HereAnswer.parse((await client.ask('/api/here', { body })).body);
    return { client, sealKey };
  }

  interface Said {
    readonly clientId: string;
    readonly deeds: readonly PushedMutation[];
    readonly accountId?: string;
    readonly officeId?: string;
    readonly protocol?: number;
  }

  function textOf({ clientId, deeds, ...changed }: Said): string {
    const { device: report } = owner.request(deeds, null);
    const origin = {
      protocol: PROTOCOL,
      officeId: server.context.officeId,
      accountId: ownerId,
      clientId,
      madeAt: Date.now(),
      lastSeq: deeds.at(-1)?.seq ?? 0,
      report,
      ...changed,
    };
    return JSON.stringify({ origin, deeds: deeds.map((one) => ({ ...one, title: '' })) });
  }

  const seal = (key: string, text: string) =>
    createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex');
  const handIn = (by: RawClient, deeds: string, sealed: string | null, run = randomUUID()) =>
    by.ask('/api/parcels', { body: { run, digest: DIGEST, deeds, seal: sealed } });
  const codeOf = (answer: Answer) => Reflect.get(Object(answer.body), 'code');
  const record = (seq: number, changed = {}) =>
    deed(seq, 'finding.record', findingArgs(city, changed));
  const lastSeqOf = async (client: RawClient) => (await client.sync()).lastSeq;

  test('with the seal of its tablet, a supervisor or an administrator may hand it in', async () => {
    for (const by of [supervisor, admin]) {
      const { client, sealKey } = await tablet();
      const text = textOf({ clientId: client.clientId, deeds: [record(1)] });
      const answer = await handIn(by, text, seal(sealKey, text));
      expect(ParcelPartAnswer.parse(answer.body)).toEqual({
        results: [{ seq: 1, status: 'applied' }],
        before: 0,
        lastSeq: 1,
        gap: false,
      });
      expect(await lastSeqOf(client)).toBe(1);
    }
  });

  test('nobody but its person may hand in a file without the seal, or with words put in', async () => {
    const { client, sealKey } = await tablet();
    const other = await tablet();
    const text = textOf({ clientId: client.clientId, deeds: [record(1)] });
    const changed = text.replace('人行道破损', '人行道没有破损');
    expect(changed).not.toBe(text);
    for (const [words, sealed] of [
      [text, null],
      [changed, seal(sealKey, text)],
      [text, seal(other.sealKey, text)],
      [text, 'cd'.repeat(32)],
    ] as const) {
      expect(codeOf(await handIn(supervisor, words, sealed))).toBe('parcel-unsealed');
    }
    expect(await lastSeqOf(client)).toBe(0);
    expect((await handIn(owner, text, null)).status).toBe(200);
    expect(await lastSeqOf(client)).toBe(1);
  });

  test('a colleague may not, not even with the seal', async () => {
    const { client, sealKey } = await tablet();
    const text = textOf({ clientId: client.clientId, deeds: [record(1)] });
    const answer = await handIn(colleague, text, seal(sealKey, text));
    expect([answer.status, codeOf(answer)]).toEqual([403, 'not-permitted']);
    expect((await handIn(new RawClient(server.url), text, null)).status).toBe(401);
    expect(await lastSeqOf(client)).toBe(0);
  });

  test('the key of a seal is lent to the tablet’s own person alone', async () => {
    const { client } = await tablet();
    const body = { clientId: client.clientId, gone: [], told: [] };
    for (const by of [supervisor, admin, colleague]) {
      expect(codeOf(await by.ask('/api/here', { body }))).toBe('client-not-yours');
    }
    const unknown = { clientId: randomUUID(), gone: [], told: [] };
    expect(codeOf(await supervisor.ask('/api/here', { body: unknown }))).toBe('not-found');
  });

  test('a file that puts one person’s tablet under another’s name is not taken', async () => {
    const { client } = await tablet();
    const text = textOf({
      clientId: client.clientId,
      accountId: await idOf(colleague),
      deeds: [record(1)],
    });
    expect(codeOf(await handIn(colleague, text, null))).toBe('client-not-yours');
    expect(await lastSeqOf(client)).toBe(0);
  });

  test('another office’s file is not taken', async () => {
    const text = textOf({ clientId: randomUUID(), officeId: randomUUID(), deeds: [record(1)] });
    expect(codeOf(await handIn(owner, text, null))).toBe('parcel-other-office');
  });

  test('an account that the office does not have hands nothing in', async () => {
    const text = textOf({ clientId: randomUUID(), accountId: randomUUID(), deeds: [record(1)] });
    for (const by of [owner, supervisor]) {
      expect(codeOf(await handIn(by, text, null))).toBe('client-not-yours');
    }
  });

  test('a part is read as a push is: wrong shapes, sizes and versions are refused', async () => {
    const { client } = await tablet();
    const { clientId } = client;
    const many = Array.from({ length: 1001 }, (_, nth) => record(nth + 1));
    for (const [text, code] of [
      ['{"origin":', 'bad-json'],
      ['[]', 'bad-request'],
      [textOf({ clientId, deeds: many }), 'bad-request'],
      [textOf({ clientId, deeds: [{ ...record(1), seq: 0 }] }), 'bad-request'],
      ['x'.repeat(4_000_001), 'bad-request'],
      ['x'.repeat(9_000_000), 'too-large'],
      [textOf({ clientId, deeds: [record(1)], protocol: PROTOCOL + 1 }), 'upgrade-needed'],
    ] as const) {
      expect(codeOf(await handIn(owner, text, null)), code).toBe(code);
    }
    const odd = { ...record(1), args: { id: 'x', text: '\ud800' } };
    const answer = await handIn(owner, textOf({ clientId, deeds: [odd] }), null);
    expect(answer.body).toMatchObject({ results: [{ status: 'rejected', code: 'malformed' }] });
  });

  test('what the person may do counts as of now, and what they did before leaving is theirs', async () => {
    const { client, sealKey } = await tablet();
    const { db } = server.context.store;
    const change = (role: string, disabled: number) =>
      db.updateTable('account').set({ role, disabled }).where('id', '=', ownerId).execute();
    const sealed = (seq: number) => {
      const text = textOf({ clientId: client.clientId, deeds: [record(seq)] });
      return handIn(supervisor, text, seal(sealKey, text));
    };
    await change('inspector', 1);
    expect((await sealed(1)).body).toMatchObject({ results: [{ status: 'applied' }] });
    await change('admin', 0);
    expect((await sealed(2)).body).toMatchObject({ results: [{ code: 'not-permitted' }] });
    await change('inspector', 0);
  });

  test('a run is its own person’s: nobody else adds to it or ends it', async () => {
    const { client, sealKey } = await tablet();
    const run = randomUUID();
    const text = textOf({ clientId: client.clientId, deeds: [record(1)] });
    expect((await handIn(supervisor, text, seal(sealKey, text), run)).status).toBe(200);
    expect(codeOf(await handIn(owner, text, null, run))).toBe('bad-request');
    const end = (by: RawClient, photos: string[]) =>
      by.ask('/api/parcels/end', { body: { run, photos } });
    expect((await end(owner, [])).status).toBe(404);
    const missing = sha256(jpeg());
    expect((await end(supervisor, [missing])).body).toEqual({ arrived: 0, missing: 1 });
  });

  test('an administrator may bring photos, and a unit still may not', async () => {
    const picture = jpeg();
    expect((await upload(admin, picture, sha256(picture))).status).toBe(204);
    const unit = await account('unit-u04');
    const another = jpeg();
    await expect(upload(unit, another, sha256(another))).rejects.toThrow('403');
  });

  test('an import lends the absent tablet no numbers', async () => {
    const client = owner.another();
    const text = textOf({ clientId: client.clientId, deeds: [record(1)] });
    await handIn(owner, text, null);
    const held = await server.context.store.db
      .selectFrom('number_register')
      .select('seq')
      .where('client', '=', client.clientId)
      .execute();
    expect(held).toEqual([]);
    expect(rowsOf(await owner.another().sync(), 'finding').length).toBeGreaterThan(0);
  });
});
