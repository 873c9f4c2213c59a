import { afterAll, beforeAll, expect, test } from 'vitest';
import { FAILURES } from '../../src/protocol/failures.ts';
import { eachStore } from '../support/each-store.ts';
import { type Asking, RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const SECRET = '这句话不许出现在日志里';

eachStore((kind) => {
  let server: TestServer;
  let person: RawClient;
  let admin: RawClient;

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh() });
    person = await RawClient.signIn(server.url, 'inspector1', server.password);
    admin = await RawClient.signIn(server.url, 'admin', server.password);
    await person.sync();
  });
  afterAll(() => server.end());

  /** All that the store holds, to show that nothing changed. */
  const snapshot = async () => {
    const { db } = server.context.store;
    const office = await db.selectFrom('office').select('head').execute();
    const accounts = await db.selectFrom('account').selectAll().orderBy('id').execute();
    const clients = await db
      .selectFrom('client')
      .select(['id', 'last_seq'])
      .orderBy('id')
      .execute();
    return JSON.stringify([office, accounts, clients]);
  };

  const json = { 'content-type': 'application/json' };
  const sync = (changed: Record<string, unknown>): Asking => ({
    body: { ...person.request([], null), ...changed },
  });
  const CASES: readonly [string, () => RawClient, string, () => Asking, number, string][] = [
    [
      'half a document',
      () => person,
      '/api/sync',
      () => ({ body: `{"a":"${SECRET}"`, headers: json }),
      400,
      'bad-json',
    ],
    [
      'an empty document',
      () => person,
      '/api/sync',
      () => ({ body: '', headers: json }),
      400,
      'bad-json',
    ],
    [
      'another type',
      () => person,
      '/api/sync',
      () => ({ body: SECRET, headers: { 'content-type': 'text/plain' } }),
      415,
      'wrong-type',
    ],
    [
      'a form',
      () => new RawClient(server.url),
      '/api/session',
      () => ({
        body: `account=${SECRET}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
      415,
      'wrong-type',
    ],
    [
      'too much',
      () => person,
      '/api/sync',
      () => ({ body: JSON.stringify({ a: SECRET + 'x'.repeat(8 * 1024 * 1024) }), headers: json }),
      413,
      'too-large',
    ],
    [
      'too much elsewhere',
      () => admin,
      '/api/accounts',
      () => ({ body: { name: SECRET + 'x'.repeat(70_000) } }),
      413,
      'too-large',
    ],
    ['no shape', () => person, '/api/sync', () => ({ body: [SECRET] }), 400, 'bad-request'],
    ['no client', () => person, '/api/sync', () => sync({ clientId: SECRET }), 400, 'bad-request'],
    [
      'a place of zero',
      () => person,
      '/api/sync',
      () => sync({ mutations: [{ seq: 0, name: SECRET, args: {}, at: 0, offset: 0 }] }),
      400,
      'bad-request',
    ],
    [
      'too many deeds',
      () => person,
      '/api/sync',
      () =>
        sync({ mutations: Array(1001).fill({ seq: 1, name: 'x', args: {}, at: 0, offset: 0 }) }),
      400,
      'bad-request',
    ],
    [
      'an old program',
      () => person,
      '/api/sync',
      () => ({ body: { protocol: 0 } }),
      426,
      'upgrade-needed',
    ],
    [
      'a program newer than the server',
      () => person,
      '/api/sync',
      () => sync({ protocol: 99 }),
      400,
      'bad-request',
    ],
    ['nobody', () => new RawClient(server.url), '/api/sync', () => sync({}), 401, 'not-signed-in'],
    [
      'a made-up cookie',
      () => new RawClient(server.url, `xundian_session=${SECRET.length}`),
      '/api/sync',
      () => sync({}),
      401,
      'not-signed-in',
    ],
    ['no role for it', () => person, '/api/accounts', () => ({}), 403, 'not-permitted'],
    ['no role for devices', () => person, '/api/devices', () => ({}), 403, 'not-permitted'],
    [
      'no role for an import',
      () => person,
      '/api/import/units',
      () => ({ body: SECRET, headers: { 'content-type': 'text/tab-separated-values' } }),
      403,
      'not-permitted',
    ],
    [
      'an unknown address',
      () => person,
      `/api/${encodeURIComponent(SECRET)}`,
      () => ({}),
      404,
      'not-found',
    ],
    [
      'an unknown way to ask',
      () => person,
      '/api/sync',
      () => ({ method: 'PUT', body: { a: SECRET } }),
      404,
      'not-found',
    ],
    [
      'a page that is posted to',
      () => person,
      '/today',
      () => ({ body: { a: SECRET } }),
      404,
      'not-found',
    ],
    ['an address that is none', () => person, '/api/%zz', () => ({}), 400, 'bad-request'],
    [
      'a character that no store takes',
      () => new RawClient(server.url),
      '/api/session',
      () => ({ body: { account: '零\u0000', password: SECRET } }),
      400,
      'bad-request',
    ],
    [
      'an account that is none',
      () => admin,
      '/api/accounts/%00',
      () => ({ method: 'PATCH', body: { name: SECRET } }),
      404,
      'not-found',
    ],
    [
      'another site',
      () => person,
      '/api/session',
      () => ({ method: 'DELETE', headers: { origin: 'https://elsewhere.example' } }),
      403,
      'foreign-origin',
    ],
    [
      'a page without origin',
      () => person,
      '/api/session',
      () => ({ method: 'DELETE', headers: { origin: 'null' } }),
      403,
      'foreign-origin',
    ],
    [
      'another site, by its other name',
      () => person,
      '/api/session',
      () => ({ method: 'DELETE', headers: { 'sec-fetch-site': 'cross-site' } }),
      403,
      'foreign-origin',
    ],
  ];

  test.each(CASES)(
    '%s gets its code and a Chinese sentence, and changes nothing',
    async (...row) => {
      const [, client, path, asking, status, code] = row;
      const before = await snapshot();
      const answer = await client().ask(path, asking());
      expect([answer.status, answer.body]).toMatchObject([status, { code }]);
      const said: { message: string } = JSON.parse(answer.text);
      expect(said.message).toMatch(/[\u4e00-\u9fff]/);
      expect(await snapshot()).toBe(before);
    },
  );

  test('every code has its status and a Chinese sentence', () => {
    for (const [status, message] of Object.values(FAILURES)) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(message).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  test('a request of our own page passes', async () => {
    const headers = { origin: server.url, 'sec-fetch-site': 'same-origin' };
    const answer = await person.ask('/api/sync', { ...sync({}), headers });
    expect(answer.status).toBe(200);
  });

  test('refusals are logged with their path and status, never with a body, a cookie or a query', async () => {
    await person.ask(`/api/session?token=${encodeURIComponent(SECRET)}`);
    const log = server.logged.join('');
    expect(log).toContain('"path":"/api/sync","status":413');
    expect(log).toContain('"path":"/api/session"');
    expect(log).not.toContain(SECRET);
    expect(log).not.toContain(encodeURIComponent(SECRET));
    expect(log).not.toContain('token=');
    expect(log).not.toContain(person.cookie.split('=')[1]);
    expect(log).not.toContain(server.password);
  });

  test('every answer says what a page may do', async () => {
    const { headers } = await person.ask('/healthz');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('permissions-policy')).toBe(
      'camera=(self), geolocation=(self), microphone=()',
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('health says which store it is', async () => {
    const { body } = await new RawClient(server.url).ask('/healthz');
    expect(body).toMatchObject({ ok: true, store: kind.name.toLowerCase() });
  });
});
