import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachStore } from '../support/each-store.ts';
import { cookieOf, RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

eachStore((kind) => {
  let server: TestServer;
  let stranger: RawClient;
  let now = Date.parse('2026-11-23T02:00:00Z');

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh(), now: () => now });
    stranger = new RawClient(server.url);
  });
  afterAll(() => server.end());

  const signIn = (account: string, password: string, from?: string) =>
    stranger.ask('/api/session', {
      body: { account, password },
      headers: from === undefined ? {} : { 'x-forwarded-for': from },
    });

  test('the right password lets in, with a cookie that scripts and other sites never see', async () => {
    const answer = await signIn('inspector1', server.password);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      account: 'inspector1',
      name: '督查员一',
      role: 'inspector',
    });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).not.toMatch(/Secure/);
    const person = new RawClient(server.url, cookieOf(answer));
    expect((await person.ask('/api/session')).body).toEqual(answer.body);
  });

  test('behind a proxy that speaks https the cookie is for https alone', async () => {
    const answer = await stranger.ask('/api/session', {
      body: { account: 'inspector1', password: server.password },
      headers: { 'x-forwarded-proto': 'https' },
    });
    expect(answer.headers.get('set-cookie')).toMatch(/Secure/);
  });

  test('a wrong password and an unknown account get the same answer', async () => {
    const wrong = await signIn('inspector1', 'wrong');
    const unknown = await signIn('nobody', 'wrong');
    expect(wrong.status).toBe(401);
    expect(unknown.body).toEqual(wrong.body);
  });

  test('passwords are kept as argon2id, sessions as hashes', async () => {
    const { db } = server.context.store;
    const accounts = await db.selectFrom('account').select('password_hash').execute();
    expect(accounts.every((one) => one.password_hash.startsWith('$argon2id$'))).toBe(true);
    const token = cookieOf(await signIn('inspector1', server.password)).split('=')[1] ?? '';
    const sessions = await db.selectFrom('session').select('hash').execute();
    expect(sessions.length).toBeGreaterThan(0);
    expect(sessions.some((one) => one.hash.includes(token))).toBe(false);
  });

  test('signing out ends the session on the server, too', async () => {
    const person = new RawClient(server.url, cookieOf(await signIn('inspector2', server.password)));
    expect((await person.ask('/api/session', { method: 'DELETE' })).status).toBe(204);
    const after = await person.ask('/api/session');
    expect([after.status, after.body]).toMatchObject([401, { code: 'not-signed-in' }]);
  });

  test('a session lives thirty days from its last use', async () => {
    const person = new RawClient(server.url, cookieOf(await signIn('inspector2', server.password)));
    now += 20 * DAY;
    const used = await person.ask('/api/session');
    expect(used.status).toBe(200);
    expect(used.headers.get('set-cookie')).toContain('Max-Age=2592000');
    now += 20 * DAY;
    expect((await person.ask('/api/session')).status).toBe(200);
    now += 31 * DAY;
    expect((await person.ask('/api/session')).status).toBe(401);
  });

  test('after ten failures an account is held for a while, right password or not, from anywhere', async () => {
    for (let i = 0; i < 10; i += 1) {
      expect((await signIn('supervisor', `wrong${i}`, `10.0.0.${i}`)).status).toBe(401);
    }
    const held = await signIn('supervisor', server.password, '10.0.1.1');
    expect([held.status, held.body]).toMatchObject([429, { code: 'too-many-attempts' }]);
    const { retryAfter }: { retryAfter: number } = JSON.parse(held.text);
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(15 * 60);
    expect(held.headers.get('retry-after')).toBe(String(retryAfter));
    expect((await signIn('inspector1', server.password, '10.0.1.1')).status).toBe(200);
    now += retryAfter * 1000;
    expect((await signIn('supervisor', server.password, '10.0.1.1')).status).toBe(200);
  });

  test('many attempts at once are counted as many', async () => {
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, i) => signIn('inspector3', `wrong${i}`, `10.1.0.${i}`)),
    );
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(10);
    expect(answers.some(({ status }) => status === 429)).toBe(true);
  });

  test('one address that tries many accounts is held', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 45; i += 1) {
      statuses.push((await signIn(`guess${i}`, 'wrong', '10.2.0.1')).status);
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(40);
    expect((await signIn('inspector2', server.password, '10.2.0.2')).status).toBe(200);
  });

  test('a restart forgives nothing', async () => {
    for (let i = 0; i < 10; i += 1) await signIn('admin', 'wrong', `10.3.0.${i}`);
    server = await server.restart();
    expect((await signIn('admin', server.password, '10.3.1.1')).status).toBe(429);
    now += 16 * MINUTE;
    expect((await signIn('admin', server.password, '10.3.1.1')).status).toBe(200);
  });

  test('a closed account is told so only with its right password, and its sessions end', async () => {
    const { db } = server.context.store;
    const person = new RawClient(server.url, cookieOf(await signIn('inspector3', server.password)));
    await db
      .updateTable('account')
      .set({ disabled: 1 })
      .where('account', '=', 'inspector3')
      .execute();
    expect((await person.ask('/api/session')).status).toBe(401);
    expect((await signIn('inspector3', 'wrong')).status).toBe(401);
    const closed = await signIn('inspector3', server.password);
    expect([closed.status, closed.body]).toMatchObject([403, { code: 'account-disabled' }]);
  });
});
