/** The product's own store and sync loop, opened as its page opens them, without a screen. */

import { type Author, createStamp } from '../../../src/client/store/author.ts';
import { type LocalDatabase, openDatabase } from '../../../src/client/store/database.ts';
import { clientIdOf } from '../../../src/client/store/meta.ts';
import { UNSIGNED_DESK } from '../../../src/client/store/paper-desk.ts';
import { webLocks } from '../../../src/client/sync/locks.ts';
import { createSyncLoop } from '../../../src/client/sync/loop.ts';
import { recallStatus } from '../../../src/client/sync/recall-status.ts';
import { Session } from '../../../src/protocol/session.ts';
import { param } from './subject.ts';

export interface OwnTablet {
  readonly db: LocalDatabase;
  readonly author: Author;
  /** One turn of the loop to its end: the rows that came. Throws where something stood in its way. */
  sync(): Promise<number>;
}

export async function signIn(): Promise<Session> {
  const answer = await fetch('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: param('account'), password: param('password') }),
  });
  return Session.parse(await answer.json());
}

export async function openTablet(session: Session): Promise<OwnTablet> {
  const db = await openDatabase(session.accountId);
  const now = () => Date.now();
  const author: Author = {
    db,
    actor: session,
    officeId: session.officeId,
    clientId: await clientIdOf(db, () => crypto.randomUUID()),
    now,
    paper: UNSIGNED_DESK,
    stamp: createStamp(now),
    saved: () => undefined,
    troubled: () => undefined,
  };
  let status = await recallStatus(db);
  const loop = createSyncLoop({
    author,
    fetch: (input, init) => fetch(input, init),
    locks: webLocks(navigator.locks),
    appVersion: 'bench',
    photosMayGo: async () => true,
    status,
    device: async () => ({
      deviceId: author.clientId,
      label: '测量',
      storageFree: null,
      storageError: null,
    }),
    onStatus(next) {
      status = next;
    },
    // The bench says when the network is there.
    setTimer: () => () => undefined,
    random: Math.random,
  });
  return {
    db,
    author,
    async sync() {
      loop.wake();
      await loop.settled();
      if (status.phase !== 'idle' || status.failure) {
        throw new Error(`no sync: ${status.phase} ${status.failure?.message ?? ''}`);
      }
      return status.pulled;
    },
  };
}
