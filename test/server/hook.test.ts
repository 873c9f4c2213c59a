import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HookTried, OutletAnswer, SecretMade } from '../../src/protocol/messages.ts';
import { type City, deed, findingArgs, join, noticeArgs } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { type HookServer, startHookServer } from '../support/hook-server.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const MINUTE = 60_000;

eachStore((kind) => {
  let server: TestServer;
  let gateway: HookServer;
  let now = Date.parse('2026-11-24T00:30:00Z');
  let inspector: RawClient;
  let admin: RawClient;
  let city: City;
  let secret = '';
  let seq = 0;

  beforeAll(async () => {
    // Before the office's morning, so that only what happens here is told.
    now = Date.parse('2026-11-23T23:00:00Z');
    gateway = await startHookServer();
    server = await startTestServer({ databaseUrl: await kind.fresh(), now: () => now });
    inspector = await RawClient.signIn(server.url, 'inspector1', server.password);
    admin = await RawClient.signIn(server.url, 'admin', server.password);
    city = (await join(inspector)).city;
  });
  afterAll(async () => {
    await server.end();
    await gateway.close();
  });

  const settled = async () => {
    // The telling first, then what it queued.
    await server.context.jobs.idle();
    await server.context.jobs.idle();
  };
  const run = async () => {
    server.context.jobs.ask('hook');
    await settled();
  };
  const issue = async () => {
    const args = findingArgs(city);
    await inspector.sync([
      deed(seq + 1, 'finding.record', args, now),
      deed(seq + 2, 'notice.issue', noticeArgs(city, [args.id]), now),
    ]);
    seq += 2;
    await settled();
  };
  const outlet = async () => OutletAnswer.parse((await admin.ask('/api/outlet')).body);
  const set = (body: object) => admin.ask('/api/outlet', { method: 'PATCH', body });
  const idsOf = () => gateway.got.map(({ headers }) => headers['x-xundian-event']);

  test('nothing leaves the office before the administrator has opened it', async () => {
    await issue();
    expect(gateway.got).toEqual([]);
    expect((await outlet()).items).toEqual([]);
    for (const path of ['/api/outlet/secret', '/api/outlet/test']) {
      expect((await inspector.ask(path, { body: {} })).status).toBe(403);
    }
    expect((await inspector.ask('/api/outlet')).status).toBe(403);
    expect((await set({ hookOn: true })).body).toMatchObject({ code: 'hook-unset' });
  });

  test.each(['ftp://127.0.0.1/x', 'file:///etc/passwd', 'nowhere', 'https://a:b@127.0.0.1/'])(
    'an address that is none of the web is refused: %s',
    async (hookUrl) => {
      expect((await set({ hookUrl })).body).toMatchObject({ code: 'hook-address' });
    },
  );

  test('what it is told is signed, says who should know, and can be checked', async () => {
    await set({ hookUrl: `${gateway.url}/in` });
    secret = SecretMade.parse((await admin.ask('/api/outlet/secret', { body: {} })).body).secret;
    expect((await set({ hookOn: true })).status).toBe(200);
    await issue();
    expect(gateway.got).toHaveLength(1);
    const [{ headers, body, path } = { headers: {}, body: Buffer.from(''), path: '' }] =
      gateway.got;
    expect(path).toBe('/in');
    const time = String(headers['x-xundian-time']);
    const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
    expect(headers['x-xundian-signature']).toBe(`sha256=${signature}`);
    expect(Number(time)).toBe(now);
    expect(JSON.parse(String(body))).toMatchObject({
      id: headers['x-xundian-event'],
      kind: 'notice.issued',
      title: '新的督查通知书',
      to: [{ account: 'unit-u04', role: 'unit' }],
    });
    expect((await outlet()).items).toMatchObject([{ state: 'sent', tries: 1, error: '' }]);
  });

  test('the secret is shown once, and stands in no answer, log or history', async () => {
    expect(JSON.stringify(await outlet())).not.toContain(secret);
    expect(server.logged.join()).not.toContain(secret);
    const entries = await server.context.store.db.selectFrom('history').select('detail').execute();
    expect(entries.some(({ detail }) => detail.includes(gateway.url))).toBe(true);
    expect(JSON.stringify(entries)).not.toContain(secret);
  });

  test('what is not taken waits, and all behind it waits in order, over a restart', async () => {
    gateway.got.length = 0;
    gateway.answer = 503;
    await issue();
    await issue();
    expect(gateway.got).toHaveLength(1);
    const [first] = idsOf();
    expect((await outlet()).items.slice(0, 2)).toMatchObject([
      { state: 'waiting', tries: 0 },
      { state: 'waiting', tries: 1, error: '对方答复 503' },
    ]);
    await run();
    expect(gateway.got).toHaveLength(1);
    server = await server.restart();
    inspector = new RawClient(server.url, inspector.cookie, inspector.clientId);
    gateway.answer = 200;
    now += MINUTE;
    await run();
    const ids = idsOf();
    expect(ids).toHaveLength(3);
    expect(ids[1]).toBe(first);
    expect(ids[2]).not.toBe(first);
    expect((await outlet()).items.every(({ state }) => state === 'sent')).toBe(true);
  });

  test('after its last try it is put aside, the next one goes, and a person may send it again', async () => {
    gateway.answer = 0;
    await issue();
    for (let nth = 0; nth < 12; nth += 1) {
      now += 9 * 60 * MINUTE;
      await run();
    }
    const [dead] = (await outlet()).items;
    expect(dead).toMatchObject({ state: 'dead', tries: 9 });
    expect(dead?.error).toContain('没有连上');
    gateway.answer = 200;
    gateway.got.length = 0;
    const path = `/api/outlet/items/${dead?.id}/retry`;
    expect((await inspector.ask(path, { body: {} })).status).toBe(403);
    await admin.ask(path, { body: {} });
    await settled();
    expect(idsOf()).toEqual([dead?.id]);
    expect((await outlet()).items.find(({ id }) => id === dead?.id)?.state).toBe('sent');
    // One that was taken is not sent again.
    expect((await admin.ask(path, { body: {} })).status).toBe(404);
  });

  test('a redirect is not followed', async () => {
    gateway.got.length = 0;
    gateway.answer = 302;
    const tried = HookTried.parse((await admin.ask('/api/outlet/test', { body: {} })).body);
    expect(tried.error).toContain('不跟随跳转');
    expect(gateway.got.map((one) => one.path)).toEqual(['/in']);
    gateway.answer = 200;
    const again = HookTried.parse((await admin.ask('/api/outlet/test', { body: {} })).body);
    expect(again.error).toBe('');
    expect(JSON.parse(String(gateway.got.at(-1)?.body)).kind).toBe('test');
  });

  test('closed again, nothing goes', async () => {
    await set({ hookOn: false });
    gateway.got.length = 0;
    await issue();
    await run();
    expect(gateway.got).toEqual([]);
  });
});
