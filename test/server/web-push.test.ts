import { createECDH, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PushOffer } from '../../src/protocol/messages.ts';
import { isPushService } from '../../src/server/notify/push-service.ts';
import { type City, deed, findingArgs, join, noticeArgs } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { type HookServer, startHookServer } from '../support/hook-server.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

/** As a browser makes it for one subscription. */
function browser() {
  const keys = createECDH('prime256v1');
  return { p256dh: keys.generateKeys('base64url'), auth: randomBytes(16).toString('base64url') };
}

test.each([
  ['https://fcm.googleapis.com/fcm/send/abc', true],
  ['https://updates.push.services.mozilla.com/wpush/v2/abc', true],
  ['https://web.push.apple.com/abc', true],
  ['https://wns2-by3p.notify.windows.com/w/?token=abc', true],
  ['http://fcm.googleapis.com/fcm/send/abc', false],
  ['https://fcm.googleapis.com:8443/x', false],
  ['https://fcm.googleapis.com.evil.test/x', false],
  ['https://notgoogleapis.com/x', false],
  ['https://127.0.0.1/x', false],
  ['https://192.168.1.4/x', false],
])('whether a device may be reached at %s: %s', (endpoint, may) => {
  expect(isPushService(new URL(endpoint))).toBe(may);
});

eachStore((kind) => {
  let server: TestServer;
  let service: HookServer;
  let now = Date.parse('2026-11-23T23:00:00Z');
  let inspector: RawClient;
  let unit: RawClient;
  let admin: RawClient;
  let city: City;
  let seq = 0;

  beforeAll(async () => {
    service = await startHookServer();
    server = await startTestServer({
      databaseUrl: await kind.fresh(),
      now: () => now,
      isPushService: ({ origin }) => origin === service.url,
    });
    const signIn = (account: string) => RawClient.signIn(server.url, account, server.password);
    inspector = await signIn('inspector1');
    unit = await signIn('unit-u04');
    admin = await signIn('admin');
    city = (await join(inspector)).city;
  });
  afterAll(async () => {
    await server.end();
    await service.close();
  });

  const settled = async () => {
    await server.context.jobs.idle();
    await server.context.jobs.idle();
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
  const subscribe = (person: RawClient, endpoint: string) =>
    person.ask('/api/push', { body: { endpoint, ...browser() } });
  const allow = (pushAllowed: boolean) =>
    admin.ask('/api/outlet', { method: 'PATCH', body: { pushAllowed } });
  const count = async (table: 'push_device' | 'push_item') =>
    (await server.context.store.db.selectFrom(table).select('id').execute()).length;

  test('it is off until the administrator allows it', async () => {
    expect(PushOffer.parse((await unit.ask('/api/push')).body)).toEqual({
      allowed: false,
      key: '',
    });
    const answer = await subscribe(unit, `${service.url}/a`);
    expect(answer.body).toMatchObject({ code: 'push-closed' });
  });

  test('a device elsewhere than at a push service is not taken', async () => {
    await allow(true);
    const { allowed, key } = PushOffer.parse((await unit.ask('/api/push')).body);
    expect(allowed).toBe(true);
    expect(key).toMatch(/^[\w-]{80,}$/);
    for (const endpoint of ['http://127.0.0.1:1/x', 'https://10.0.0.1/', 'nowhere']) {
      expect((await subscribe(unit, endpoint)).body).toMatchObject({ code: 'push-unknown' });
    }
  });

  test('who has not asked for it gets none; who has, gets what only their device can read', async () => {
    await issue();
    expect(service.got).toEqual([]);
    expect((await subscribe(unit, `${service.url}/a`)).status).toBe(200);
    await issue();
    expect(service.got).toHaveLength(1);
    const [{ headers, path, body } = { headers: {}, path: '', body: Buffer.from('') }] =
      service.got;
    expect(path).toBe('/a');
    expect(headers['content-encoding']).toBe('aes128gcm');
    expect(String(headers.authorization)).toContain('vapid t=');
    expect(body.toString('latin1')).not.toContain('notices');
    expect(await count('push_item')).toBe(0);
  });

  test('the private key stays with the office', async () => {
    const { secret } = await server.context.store.db
      .selectFrom('push_key')
      .select('secret')
      .executeTakeFirstOrThrow();
    expect(server.logged.join()).not.toContain(secret);
    expect((await unit.ask('/api/push')).text).not.toContain(secret);
    expect((await admin.ask('/api/outlet')).text).not.toContain(secret);
  });

  test('what was not taken goes again later', async () => {
    service.got.length = 0;
    service.answer = 503;
    await issue();
    expect(service.got).toHaveLength(1);
    service.answer = 201;
    server.context.jobs.ask('push');
    await settled();
    expect(service.got).toHaveLength(1);
    now += 60_000;
    server.context.jobs.ask('push');
    await settled();
    expect(service.got).toHaveLength(2);
    expect(await count('push_item')).toBe(0);
  });

  test('a device that the service no longer knows is forgotten', async () => {
    service.answer = 410;
    await issue();
    expect(await count('push_device')).toBe(0);
    expect(await count('push_item')).toBe(0);
  });

  test('a device is whose it is now, and is forgotten when they say so', async () => {
    service.answer = 201;
    service.got.length = 0;
    await subscribe(unit, `${service.url}/shared`);
    await subscribe(inspector, `${service.url}/shared`);
    await issue();
    expect(service.got).toEqual([]);
    await subscribe(unit, `${service.url}/own`);
    const body = { endpoint: `${service.url}/own` };
    await inspector.ask('/api/push/forget', { body });
    expect(await count('push_device')).toBe(2);
    await unit.ask('/api/push/forget', { body });
    await issue();
    expect(service.got).toEqual([]);
  });

  test('closed again by the administrator, nothing goes', async () => {
    await subscribe(unit, `${service.url}/own`);
    await allow(false);
    await issue();
    expect(service.got).toEqual([]);
    expect(await count('push_item')).toBe(0);
  });
});
