/**
 * One turn of the loop without a page: the service worker runs it when the
 * browser says that the network is back. Whoever was signed in last is served.
 */

import { type Author, createStamp } from '../store/author.ts';
import { openDatabase } from '../store/database.ts';
import { readFacts } from '../store/meta.ts';
import { UNSIGNED_DESK } from '../store/paper-desk.ts';
import { recallDevice, recallSession } from '../store/remembered.ts';
import { custody } from './custody.ts';
import type { Fetch } from './exchange.ts';
import type { Locks } from './locks.ts';
import { createSyncLoop } from './loop.ts';
import { recallStatus } from './recall-status.ts';

/** The tag under which the page asks the browser for a turn. */
export const SYNC_TAG = 'xundian-sync';

export interface BackgroundOptions {
  readonly fetch: Fetch;
  readonly locks: Locks;
  readonly appVersion: string;
  photosMayGo(): Promise<boolean>;
  /** Bytes that may still be written; null where the browser does not say. */
  storageFree(): Promise<number | null>;
  now(): number;
  random(): number;
}

/** Resolves to whether everything has arrived; if not, the browser should give another turn. */
export async function syncInBackground(options: BackgroundOptions): Promise<boolean> {
  const [session, device] = await Promise.all([recallSession(), recallDevice()]);
  if (!session || !device) return true;
  const db = await openDatabase(session.accountId);
  try {
    const { clientId } = await readFacts(db);
    if (!clientId) return true;
    const author: Author = {
      db,
      actor: session,
      officeId: session.officeId,
      clientId,
      now: options.now,
      paper: UNSIGNED_DESK,
      stamp: createStamp(options.now),
      saved: () => undefined,
      troubled: () => undefined,
    };
    const loop = createSyncLoop({
      ...options,
      author,
      status: await recallStatus(db),
      device: async () => ({
        ...device,
        storageFree: await options.storageFree(),
        storageError: null,
      }),
      onStatus: () => undefined,
      // Another turn is the browser's to give.
      setTimer: () => () => undefined,
    });
    loop.wake();
    await loop.settled();
    await loop.stop();
    return (await custody(db)).waiting === 0;
  } finally {
    db.close();
  }
}
