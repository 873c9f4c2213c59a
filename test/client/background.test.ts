import { beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/client/store/database.ts';
import {
  forgetSession,
  rememberDevice,
  rememberSession,
} from '../../src/client/store/remembered.ts';
import { syncInBackground } from '../../src/client/sync/background.ts';
import { pageLocks } from '../../src/client/sync/locks.ts';
import { MemoryServer } from '../support/memory-server.ts';
import { emptyStorage } from '../support/own-storage.ts';
import { inspector, NOON } from '../support/small-city.ts';
import { findingArgs, readyTablet } from '../support/tablet.ts';

/** A page that saved one problem offline and is gone. */
async function leftBehind() {
  const server = new MemoryServer();
  const on = { indexedDB, locks: pageLocks(), clock: NOON };
  const page = await readyTablet(server, on);
  await rememberSession(inspector);
  await rememberDevice({ deviceId: '00000000-0000-7000-8000-00000000d001', label: '平板' });
  await page.do('finding.record', findingArgs());
  await page.close();
  const turn = () =>
    syncInBackground({
      fetch: server.fetch,
      locks: on.locks,
      appVersion: '0.0.0+test',
      photosMayGo: async () => true,
      storageFree: async () => null,
      now: () => NOON,
      random: () => 0,
    });
  return { server, turn };
}

beforeEach(emptyStorage);

test('what a page left behind goes without a page', async () => {
  const { server, turn } = await leftBehind();
  expect(await turn()).toBe(true);
  expect(server.rows.all('finding')).toHaveLength(1);
  const db = await openDatabase(inspector.accountId);
  expect(await db.outbox.count()).toBe(0);
  db.close();
});

test('without the network another turn is asked for', async () => {
  const { server, turn } = await leftBehind();
  server.network = 'down';
  expect(await turn()).toBe(false);
  server.network = 'up';
  expect(await turn()).toBe(true);
});

test('after a sign-out nothing is sent in the name of the person', async () => {
  const { server, turn } = await leftBehind();
  await forgetSession();
  expect(await turn()).toBe(true);
  expect(server.rows.all('finding')).toEqual([]);
});
