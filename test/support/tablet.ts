/** One person's tablet: a real store over IndexedDB and the real loop, with its faults in hand. */

import { createHash } from 'node:crypto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { type Author, createStamp } from '../../src/client/store/author.ts';
import { addPhoto } from '../../src/client/store/blobs.ts';
import { type LocalDatabase, openDatabase } from '../../src/client/store/database.ts';
import { issueNotice } from '../../src/client/store/issue.ts';
import { clientIdOf } from '../../src/client/store/meta.ts';
import { mutate } from '../../src/client/store/mutate.ts';
import { UNSIGNED_DESK } from '../../src/client/store/paper-desk.ts';
import type { DraftRow } from '../../src/client/store/tables.ts';
import { photosMayGo } from '../../src/client/sync/connection.ts';
import type { Fetch } from '../../src/client/sync/exchange.ts';
import { type Locks, pageLocks } from '../../src/client/sync/locks.ts';
import { createSyncLoop, type SyncLoop } from '../../src/client/sync/loop.ts';
import { recallStatus } from '../../src/client/sync/recall-status.ts';
import type { SyncStatus } from '../../src/client/sync/status.ts';
import type { MutationArgs, MutationName } from '../../src/protocol/mutations/index.ts';
import type { Session } from '../../src/protocol/session.ts';
import { inspector, NOON } from './small-city.ts';

let ids = 0;

export function uuid(): string {
  ids += 1;
  return `00000000-0000-7000-8000-${ids.toString(16).padStart(12, '0')}`;
}

/** Whoever answers: an office in memory, or a server behind its address and a cookie. */
export interface Office {
  readonly fetch: Fetch;
}

/** What outlives a page: the browser's storage, its locks and its clock. */
export interface Machine {
  readonly indexedDB: IDBFactory;
  readonly locks: Locks;
  /** Says what the line is; nothing, as most browsers do, unless a test has it said. */
  readonly navigator?: object;
  clock: number;
}

export function machine(): Machine {
  return { indexedDB: new IDBFactory(), locks: pageLocks(), clock: NOON };
}

export interface Tablet {
  readonly author: Author;
  readonly db: LocalDatabase;
  readonly loop: SyncLoop;
  readonly status: () => SyncStatus;
  do<N extends MutationName>(name: N, args: MutationArgs[N]): ReturnType<typeof mutate>;
  issue(args: Omit<MutationArgs['notice.issue'], 'number'>): ReturnType<typeof mutate>;
  /** Wakes the loop and waits until it rests. */
  sync(): Promise<SyncStatus>;
  close(): Promise<void>;
}

export async function openTablet(
  server: Office,
  on: Machine = machine(),
  session: Session = inspector,
): Promise<Tablet> {
  const db = await openDatabase(session.accountId, {
    engine: { indexedDB: on.indexedDB, IDBKeyRange },
  });
  // Each deed a moment after the one before.
  const now = () => {
    on.clock += 1;
    return on.clock;
  };
  const author: Author = {
    db,
    actor: session,
    officeId: session.officeId,
    clientId: await clientIdOf(db, uuid),
    now,
    paper: UNSIGNED_DESK,
    stamp: createStamp(now),
    saved: () => undefined,
    troubled: () => undefined,
  };
  let status = await recallStatus(db);
  const loop = createSyncLoop({
    author,
    fetch: server.fetch,
    locks: on.locks,
    appVersion: '0.0.0+test',
    photosMayGo: () => photosMayGo(on.navigator ?? {}),
    status,
    device: async () => ({
      deviceId: '00000000-0000-7000-8000-00000000d001',
      label: '平板 · Chrome · d001',
      storageFree: null,
      storageError: null,
    }),
    onStatus(next) {
      status = next;
    },
    // Back-off is a test's own business: it wakes the loop itself.
    setTimer: () => () => undefined,
    random: () => 0,
  });
  return {
    author,
    db,
    loop,
    status: () => status,
    do: (name, args) => mutate(author, { name, id: args.id, title: name, args: () => args }),
    issue: (args) => issueNotice(author, args, '签发通知书'),
    async sync() {
      loop.wake();
      await loop.settled();
      return status;
    },
    async close() {
      await loop.stop();
      db.close();
    },
  };
}

/** A tablet that holds the city already. */
export async function readyTablet(
  server: Office,
  on: Machine = machine(),
  session: Session = inspector,
): Promise<Tablet> {
  const tablet = await openTablet(server, on, session);
  await tablet.sync();
  return tablet;
}

export function findingArgs(
  change: Partial<MutationArgs['finding.record']> = {},
): MutationArgs['finding.record'] {
  return {
    id: uuid(),
    roundId: 'R1',
    pointId: 'P1',
    inspectionId: null,
    itemId: null,
    place: null,
    text: '路面有积水',
    count: null,
    unitId: 'U01',
    deadline: { kind: 'days', days: 3 },
    photos: [],
    ...change,
  };
}

export function draftOf(change: Partial<DraftRow> = {}): DraftRow {
  return { ...findingArgs(), amends: false, redoes: null, changedAt: NOON, ...change };
}

/** A photo of so many bytes, kept on the tablet; answers what a finding says of it. */
export async function takenPhoto(tablet: Tablet, bytes: number, seed = 1) {
  return keptPhoto(
    tablet,
    Uint8Array.from({ length: bytes }, (_, nth) => (nth * seed + seed) % 251),
  );
}

/** The same, of these very bytes. */
export async function keptPhoto(tablet: Tablet, content: Uint8Array<ArrayBuffer>) {
  const bytes = content.length;
  const sha256 = createHash('sha256').update(content).digest('hex');
  const jpeg = new Blob([content], { type: 'image/jpeg' });
  await addPhoto(tablet.db, { jpeg, sha256, bytes, takenAt: NOON, title: '示例社区' });
  return { id: uuid(), sha256, bytes, width: 1600, height: 1200, takenAt: NOON, place: null };
}
