/** What anybody may have of an office without an account: a closed list. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeSeal } from '../../src/protocol/seal-payload.ts';
import { buildApp } from '../../src/server/app.ts';
import { RawClient } from '../support/raw-client.ts';
import { routesOf } from '../support/routes-of.ts';
import { payloadOf, SealedOffice } from '../support/sealed-office.ts';
import { testKey } from '../support/sealing.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

/** Routes under /api that answer a stranger with anything but 401, and why. */
const OPEN = ['POST /api/session', 'DELETE /api/session', 'POST /api/set-up', 'POST /api/verify'];

let server: TestServer;
let office: SealedOffice;
beforeAll(async () => {
  server = await startTestServer();
  office = await SealedOffice.open(server);
});
afterAll(() => server.end());

test('without an account nothing under /api is answered but signing in and what a QR is worth', async () => {
  const { app, close } = await buildApp(server.context);
  const open: string[] = [];
  let walked = 0;
  for (const [method, url] of routesOf(app.printRoutes({ commonPrefix: false }))) {
    if (!url.startsWith('/api') || method === 'HEAD' || method === 'OPTIONS') continue;
    walked += 1;
    const path = url.replaceAll(/:\w+/g, 'x').replaceAll('*', 'x');
    const answer = await new RawClient(server.url).ask(path, {
      method,
      ...(method === 'GET' ? {} : { body: {} }),
    });
    if (answer.status !== 401) open.push(`${method} ${url}`);
  }
  await close();
  expect(walked).toBeGreaterThan(30);
  expect(open.toSorted()).toEqual(OPEN.toSorted());
});

test('what a QR is worth is all that is told: not what was found, where, or by whom', async () => {
  const key = await testKey('Ed25519');
  await office.enrol(key);
  const { row } = await office.sealed(key);
  const body = { payload: encodeSeal(payloadOf(row)) };
  const { text } = await new RawClient(server.url).ask('/api/verify', { body });
  expect(JSON.parse(text)).toEqual({ reason: 'genuine', at: null, voidReason: '' });
  expect(server.logged.join('\n')).not.toContain(body.payload);
});

test('one address asks sixty times a minute and no more, and may again after that', async () => {
  const { context } = server;
  let now = 0;
  const { app, close } = await buildApp({ ...context, now: () => now });
  const ask = async (remoteAddress: string) => {
    const payload = { payload: 'AQ' };
    const answer = await app.inject({ method: 'POST', url: '/api/verify', payload, remoteAddress });
    return answer.statusCode;
  };
  const statuses: number[] = [];
  for (let nth = 0; nth < 62; nth += 1) statuses.push(await ask('192.0.2.1'));
  expect(statuses.filter((status) => status === 200)).toHaveLength(60);
  expect(statuses.slice(60)).toEqual([429, 429]);
  expect(await ask('192.0.2.2')).toBe(200);
  now = 60_001;
  expect(await ask('192.0.2.1')).toBe(200);
  await close();
});
