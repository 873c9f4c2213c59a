/** 可清理: what the office holds may go from the tablet, the oldest first; what it does not, never. */
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  clearOldest,
  keepRoom,
  listClearable,
  ROOM_BYTES,
} from '../../src/client/store/clearing.ts';
import { saveDraft, saveFindingFromDraft } from '../../src/client/store/drafts.ts';
import { listRefused } from '../../src/client/store/refused.ts';
import { stageOf, stagesOnTheWay } from '../../src/client/store/stages.ts';
import { custody } from '../../src/client/sync/custody.ts';
import type { PhotoArgs } from '../../src/protocol/mutations/photos.ts';
import { MemoryServer } from '../support/memory-server.ts';
import { NOON } from '../support/small-city.ts';
import { draftOf, findingArgs, readyTablet, type Tablet, takenPhoto } from '../support/tablet.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** A photo whose problem is in the office's books; `said`: the office says on its row that it has it. */
async function sentPhoto(
  server: MemoryServer,
  tablet: Tablet,
  { bytes = 1_000, takenAt = NOON, said = true } = {},
): Promise<{ photo: PhotoArgs; findingId: string }> {
  const photo = { ...(await takenPhoto(tablet, bytes, bytes)), takenAt };
  await tablet.db.blob.update(photo.sha256, { takenAt });
  const draft = draftOf({ id: findingArgs().id, photos: [photo] });
  await saveFindingFromDraft(tablet, draft);
  await tablet.sync();
  if (said) await confirm(server, tablet, photo, true);
  return { photo, findingId: draft.id };
}

async function confirm(server: MemoryServer, tablet: Tablet, { id }: PhotoArgs, arrived: boolean) {
  const row = server.rows.all('photo').find((one) => one.id === id);
  if (!row) throw new Error('the office knows no such photo');
  server.rows.put('photo', { ...row, arrived });
  await tablet.sync();
}

async function hashesHere({ db }: Tablet): Promise<unknown[]> {
  return db.jpeg.toCollection().primaryKeys();
}

const everything = Number.POSITIVE_INFINITY;

describe('what may go', () => {
  test('is the oldest first, and no more than is needed', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const middle = await sentPhoto(server, tablet, { bytes: 1_001, takenAt: NOON - 2 });
    const oldest = await sentPhoto(server, tablet, { bytes: 1_002, takenAt: NOON - 3 });
    const latest = await sentPhoto(server, tablet, { bytes: 1_003, takenAt: NOON - 1 });
    const order = [oldest, middle, latest].map(({ photo }) => photo.sha256);
    expect((await listClearable(tablet.db)).map(({ sha256 }) => sha256)).toEqual(order);
    expect(await clearOldest(tablet.db, 1_500)).toEqual({ photos: 2, bytes: 2_003 });
    expect(await hashesHere(tablet)).toEqual([latest.photo.sha256]);
    expect(await custody(tablet.db)).toMatchObject({ photosArrived: 3, allAccepted: true });
  });

  test('is not a photo that is still to be sent, or whose receipt is not on its row', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const unsaid = await sentPhoto(server, tablet, { bytes: 1_001, said: false });
    expect((await tablet.db.blob.get(unsaid.photo.sha256))?.state).toBe('arrived');
    server.network = 'down';
    const waiting = await takenPhoto(tablet, 1_002, 5);
    await saveFindingFromDraft(tablet, draftOf({ id: findingArgs().id, photos: [waiting] }));
    expect(await clearOldest(tablet.db, everything)).toEqual({ photos: 0, bytes: 0 });
    expect(await hashesHere(tablet)).toHaveLength(2);
  });

  test('is not a photo that a draft, a refused deed or one still pending names as well', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const { photo } = await sentPhoto(server, tablet);
    expect(await listClearable(tablet.db)).toHaveLength(1);

    const draft = draftOf({ id: findingArgs().id, photos: [photo] });
    await saveDraft(tablet.db, draft);
    expect(await listClearable(tablet.db)).toEqual([]);
    await tablet.db.draft.clear();

    server.network = 'down';
    await saveFindingFromDraft(
      tablet,
      draftOf({ id: findingArgs().id, photos: [{ ...photo, id: findingArgs().id }] }),
    );
    expect(await clearOldest(tablet.db, everything)).toMatchObject({ photos: 0 });

    server.network = 'up';
    server.setsAside = 'finding.record';
    await tablet.sync();
    expect(await listRefused(tablet.db)).toHaveLength(1);
    expect(await clearOldest(tablet.db, everything)).toMatchObject({ photos: 0 });
    expect(await hashesHere(tablet)).toEqual([photo.sha256]);
  });
});

describe('a tablet that is short of room', () => {
  test('lets go of as much as it lacks, and of nothing while there is enough', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    await sentPhoto(server, tablet, { bytes: 1_001, takenAt: NOON - 2 });
    const latest = await sentPhoto(server, tablet, { bytes: 1_002 });
    for (const free of [null, ROOM_BYTES]) {
      expect(await keepRoom(tablet.db, free)).toEqual({ photos: 0, bytes: 0 });
    }
    expect(await keepRoom(tablet.db, ROOM_BYTES - 900)).toEqual({ photos: 1, bytes: 1_001 });
    expect(await hashesHere(tablet)).toEqual([latest.photo.sha256]);
  });

  test.each([
    ['a deed', 'outbox', (tablet: Tablet) => tablet.do('finding.record', findingArgs())],
    [
      'a draft',
      'draft',
      (tablet: Tablet) => saveDraft(tablet.db, draftOf({ id: findingArgs().id })),
    ],
  ] as const)(
    'saves %s all the same, in the room of a photo that may go',
    async (_what, table, act) => {
      const server = new MemoryServer();
      const tablet = await readyTablet(server);
      await sentPhoto(server, tablet);
      const waiting = await takenPhoto(tablet, 1_002, 5);
      fullUntilCleared();
      await act(tablet);
      expect(await tablet.db.table(table).count()).toBe(1);
      expect(await hashesHere(tablet)).toEqual([waiting.sha256]);
    },
  );

  test('says so where nothing may go, and loses nothing', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const waiting = await takenPhoto(tablet, 1_002, 5);
    fullUntilCleared();
    await expect(tablet.do('finding.record', findingArgs())).rejects.toMatchObject({
      code: 'quota',
      message: expect.stringContaining('本机存储空间不足，这一步没有保存'),
    });
    expect(await hashesHere(tablet)).toEqual([waiting.sha256]);
  });
});

/** Every write but a deletion finds the disk full until some photo's bytes have gone. */
function fullUntilCleared(): void {
  let full = true;
  const { add, put, delete: del } = IDBObjectStore.prototype;
  const noRoom = () => {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
    this: IDBObjectStore,
    ...args
  ) {
    return full ? noRoom() : Reflect.apply(add, this, args);
  });
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...args
  ) {
    return full ? noRoom() : Reflect.apply(put, this, args);
  });
  vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (
    this: IDBObjectStore,
    ...args
  ) {
    if (this.name === 'jpeg') full = false;
    return Reflect.apply(del, this, args);
  });
}

test('a photo that the office says it has not goes again, and the light is not green meanwhile', async () => {
  const server = new MemoryServer();
  const tablet = await readyTablet(server);
  const { photo } = await sentPhoto(server, tablet);
  expect((await custody(tablet.db)).allAccepted).toBe(true);
  server.photos.arrived.clear();
  server.photos.refuses.set(photo.sha256, 'photo-not-image');
  await confirm(server, tablet, photo, false);
  expect(await custody(tablet.db)).toMatchObject({ photosFailed: 1, allAccepted: false });
  server.photos.refuses.clear();
  await tablet.db.blob.update(photo.sha256, { state: 'waiting', uploadUrl: null });
  await tablet.sync();
  expect(server.photos.arrived.has(photo.sha256)).toBe(true);
  expect((await custody(tablet.db)).allAccepted).toBe(true);
});

test('each problem says how far it is', async () => {
  const server = new MemoryServer();
  const tablet = await readyTablet(server);
  const photo = await takenPhoto(tablet, 900);
  const draft = draftOf({ id: findingArgs().id, photos: [photo] });
  const stages = async () => [
    (await stagesOnTheWay(tablet.db, 'finding')).get(draft.id) ?? 'server',
    await stageOf(tablet.db, 'finding', draft.id),
  ];
  server.network = 'down';
  await saveFindingFromDraft(tablet, draft);
  expect(await stages()).toEqual(['device', 'device']);
  server.network = 'up';
  server.photos.refuses.set(photo.sha256, 'photo-not-image');
  await tablet.sync();
  expect(await stages()).toEqual(['photos', 'photos']);
  server.photos.refuses.clear();
  await tablet.db.blob.update(photo.sha256, { state: 'waiting', uploadUrl: null });
  await tablet.sync();
  expect(await stages()).toEqual(['server', 'server']);
  await confirm(server, tablet, photo, true);
  expect(await stages()).toEqual(['server', 'clearable']);
  await clearOldest(tablet.db, everything);
  expect(await stages()).toEqual(['server', 'server']);
});
