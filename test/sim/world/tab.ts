/** Opening a person's place of work in a page: as src/client/open-workplace.ts puts the same parts together. */

import { IDBKeyRange } from 'fake-indexeddb';
import { type Author, createStamp } from '../../../src/client/store/author.ts';
import { openDatabase } from '../../../src/client/store/database.ts';
import { clientIdOf } from '../../../src/client/store/meta.ts';
import { UNSIGNED_DESK } from '../../../src/client/store/paper-desk.ts';
import { rememberDevice, rememberSession } from '../../../src/client/store/remembered.ts';
import { syncInBackground } from '../../../src/client/sync/background.ts';
import { webLocks } from '../../../src/client/sync/locks.ts';
import { createSyncLoop } from '../../../src/client/sync/loop.ts';
// Comes by itself with the first photo; here before the first, so that no turn depends on a disk.
import '../../../src/client/sync/photo-queue.ts';
import { recallStatus } from '../../../src/client/sync/recall-status.ts';
import type { Page } from './page.ts';
import type { World } from './world.ts';

const APP_VERSION = '0.0.0+sim';

export async function openTab(world: World, page: Page): Promise<void> {
  const { device, session } = page;
  const engine = { indexedDB: page.storage.factory, IDBKeyRange };
  const db = await openDatabase(session.accountId, { engine });
  const clientId = await clientIdOf(db, () => world.uuid());
  const now = () => page.now();
  let status = await recallStatus(db);
  const author: Author = {
    db,
    actor: session,
    officeId: session.officeId,
    clientId,
    now,
    paper: UNSIGNED_DESK,
    stamp: createStamp(now),
    saved: () => loop.nudge(),
    troubled: () => undefined,
  };
  const loop = createSyncLoop({
    author,
    fetch: world.network.fetchOf(page),
    locks: webLocks(device.locks.managerOf(page)),
    appVersion: APP_VERSION,
    status,
    device: async () => ({ ...deviceFacts(page), storageFree: null, storageError: null }),
    photosMayGo: async () => !device.isLineDear,
    onStatus(next) {
      status = next;
    },
    setTimer: (run, ms) => page.later(run, ms),
    random: () => world.jitter(),
  });
  if (!page.alive) return;
  world.knowClient(page, clientId);
  page.desk = { author, db, loop, status: () => status };
  loop.wake();
}

/** Ends it as closing a tab in good order does. */
export async function closeTab(page: Page): Promise<void> {
  const { desk } = page;
  page.desk = null;
  await desk?.loop.stop();
  desk?.db.close();
  page.gone();
}

/** One turn of the service worker, after the page has written down who it serves. */
export async function workInBackground(world: World, page: Page): Promise<void> {
  const { device, session } = page;
  await rememberSession(session);
  await rememberDevice(deviceFacts(page));
  await syncInBackground({
    fetch: world.network.fetchOf(page),
    locks: webLocks(device.locks.managerOf(page)),
    appVersion: APP_VERSION,
    photosMayGo: async () => !device.isLineDear,
    storageFree: async () => null,
    now: () => page.now(),
    random: () => world.jitter(),
  });
  page.gone();
}

function deviceFacts({ device }: Page) {
  return { deviceId: device.id, label: `平板 ${device.name}` };
}
