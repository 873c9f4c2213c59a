/** Signing in and out on one tablet, against a real office: what the office is told, and when. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import {
  recallSession,
  signIn,
  signOut,
  tellOwedSignOut,
} from '../../src/client/devices/session.ts';
import { isSignOutOwed } from '../../src/client/store/remembered.ts';
import { emptyStorage } from '../support/own-storage.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

/** Longer than a sign-in takes. */
const LATE_MS = 1_500;

let server: TestServer;
/** What the browser keeps, and its line; so many answers come late. */
const browser = { cookie: '', up: true, late: 0, asked: 0 };

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  await server.end();
});

beforeEach(async () => {
  await emptyStorage();
  Object.assign(browser, { cookie: '', up: true, late: 0, asked: 0 });
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (!browser.up) throw new TypeError('Failed to fetch');
    const headers = new Headers(init.headers);
    headers.set('cookie', browser.cookie);
    const answer = await fetch(`${server.url}${path}`, { ...init, headers });
    if (browser.late > 0) {
      browser.late -= 1;
      await new Promise((resolve) => setTimeout(resolve, LATE_MS));
    }
    const [cookie] = (answer.headers.get('set-cookie') ?? browser.cookie).split(';');
    browser.cookie = cookie ?? '';
    return answer;
  });
  vi.stubGlobal('navigator', {
    storage: {
      persist: async () => {
        browser.asked += 1;
        return true;
      },
    },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Whether the office still takes this cookie for somebody's. */
async function isOpen(cookie: string): Promise<boolean> {
  vi.unstubAllGlobals();
  const answer = await fetch(`${server.url}/api/session`, { headers: { cookie } });
  return answer.ok;
}

async function leftOffline(): Promise<string> {
  expect(await signIn('inspector1', server.password)).toMatchObject({ ok: true });
  const { cookie } = browser;
  browser.up = false;
  await signOut();
  expect(await recallSession()).toBeNull();
  expect(await isSignOutOwed()).toBe(true);
  browser.up = true;
  return cookie;
}

test('a sign-out without the network is told before anybody else signs in', async () => {
  const cookie = await leftOffline();
  expect(await signIn('inspector2', server.password)).toMatchObject({ ok: true });
  expect(await isSignOutOwed()).toBe(false);
  const next = browser.cookie;
  expect(await isOpen(cookie)).toBe(false);
  expect(await isOpen(next)).toBe(true);
});

test('or at the next start, should nobody sign in', async () => {
  const cookie = await leftOffline();
  await tellOwedSignOut();
  expect(await isSignOutOwed()).toBe(false);
  expect(await isOpen(cookie)).toBe(false);
});

test('and stays owed while there is no network', async () => {
  const cookie = await leftOffline();
  browser.up = false;
  await tellOwedSignOut();
  expect(await isSignOutOwed()).toBe(true);
  expect(await isOpen(cookie)).toBe(true);
});

test('an answer to it that comes late does not sign the next person out', async () => {
  await leftOffline();
  browser.late = 1;
  const [, next] = await Promise.all([tellOwedSignOut(), signIn('inspector2', server.password)]);
  expect(next).toMatchObject({ ok: true });
  expect(await isOpen(browser.cookie)).toBe(true);
});

test('whoever signs in has asked the browser to keep the data; a wrong password asks for nothing', async () => {
  expect(await signIn('inspector1', 'not-the-password')).toMatchObject({ ok: false });
  expect(browser.asked).toBe(0);
  await signIn('inspector1', server.password);
  expect(browser.asked).toBe(1);
});
