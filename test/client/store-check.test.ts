/** A store that is not whole says so at its opening, and nothing that a person made goes. */
import { expect, test } from 'vitest';
import { checkStore, downloadAgain } from '../../src/client/store/check.ts';
import { saveFindingFromDraft } from '../../src/client/store/drafts.ts';
import { MemoryServer } from '../support/memory-server.ts';
import { draftOf, readyTablet, type Tablet, takenPhoto, uuid } from '../support/tablet.ts';

async function busyTablet(server = new MemoryServer()): Promise<Tablet> {
  const tablet = await readyTablet(server);
  server.network = 'down';
  for (const bytes of [100, 200, 300]) {
    const photos = [await takenPhoto(tablet, bytes, bytes)];
    await saveFindingFromDraft(tablet, draftOf({ id: uuid(), photos }));
  }
  return tablet;
}

test('a store at work is whole: before, during and after its round trips', async () => {
  const server = new MemoryServer();
  const tablet = await readyTablet(server);
  expect(await checkStore(tablet.db)).toEqual([]);
  const busy = await busyTablet(server);
  expect(await checkStore(busy.db)).toEqual([]);
  server.network = 'up';
  server.failure = 'server-error';
  await busy.sync();
  expect(await checkStore(busy.db)).toEqual([]);
  server.failure = null;
  await busy.sync();
  expect(await busy.db.outbox.count()).toBe(0);
  expect(await checkStore(busy.db)).toEqual([]);
});

test('a deed that is missing between others, or after them, is said', async () => {
  const tablet = await busyTablet();
  await tablet.db.outbox.delete(2);
  expect(await checkStore(tablet.db)).toEqual([{ kind: 'deeds-lost', count: 1, first: 2 }]);
  await tablet.db.outbox.delete(3);
  expect(await checkStore(tablet.db)).toEqual([{ kind: 'deeds-lost', count: 2, first: 2 }]);
  expect(await tablet.db.outbox.count()).toBe(1);
});

test('a deed that is missing before the others is said, and not one that has its answer', async () => {
  const server = new MemoryServer();
  const tablet = await busyTablet(server);
  server.network = 'up';
  await tablet.sync();
  server.network = 'down';
  for (const seed of [7, 8]) {
    const photos = [await takenPhoto(tablet, 90, seed)];
    await saveFindingFromDraft(tablet, draftOf({ id: uuid(), photos }));
  }
  expect(await checkStore(tablet.db)).toEqual([]);
  await tablet.db.outbox.delete(4);
  expect(await checkStore(tablet.db)).toEqual([{ kind: 'deeds-lost', count: 1, first: 4 }]);
});

test('photos on their way whose bytes are gone are counted, and no others', async () => {
  const tablet = await busyTablet();
  const [first, second, third] = await tablet.db.blob.toArray();
  await tablet.db.jpeg.bulkDelete([first?.sha256 ?? '', second?.sha256 ?? '']);
  expect(await checkStore(tablet.db)).toEqual([{ kind: 'photos-lost', count: 2 }]);
  await tablet.db.blob.update(first?.sha256 ?? '', { state: 'arrived' });
  expect(await checkStore(tablet.db)).toEqual([{ kind: 'photos-lost', count: 1 }]);
  expect(await tablet.db.jpeg.get(third?.sha256 ?? '')).toBeDefined();
  expect(await tablet.db.blob.count()).toBe(3);
});

test('rows that lie under nothing are mended by downloading again, and pending work stays', async () => {
  const server = new MemoryServer();
  const tablet = await readyTablet(server);
  const point = await tablet.db.point.get('P1');
  await tablet.db.base.add({ key: 'point/P1', table: 'point', id: 'P1', row: null });
  await tablet.db.point.delete('P1');
  expect(await checkStore(tablet.db)).toEqual([{ kind: 'rows-torn' }]);

  await downloadAgain(tablet.db);
  await tablet.sync();
  expect(await checkStore(tablet.db)).toEqual([]);
  expect(await tablet.db.point.get('P1')).toEqual(point);

  const photos = [await takenPhoto(tablet, 50)];
  const draft = draftOf({ id: uuid(), photos });
  server.network = 'down';
  await saveFindingFromDraft(tablet, draft);
  await downloadAgain(tablet.db);
  server.network = 'up';
  await tablet.sync();
  expect(await tablet.db.finding.get(draft.id)).toMatchObject({ text: draft.text });
  expect(await tablet.db.receipt.count()).toBe(1);
});
