import { describe, expect, test } from 'vitest';
import { photoBlob, retryPhoto } from '../../src/client/store/blobs.ts';
import { saveFindingFromDraft } from '../../src/client/store/drafts.ts';
import { forgoPhoto } from '../../src/client/store/forgo-photo.ts';
import { custody } from '../../src/client/sync/custody.ts';
import { PIECE_BYTES } from '../../src/client/sync/tus.ts';
import { MemoryServer } from '../support/memory-server.ts';
import {
  draftOf,
  findingArgs,
  machine,
  openTablet,
  readyTablet,
  type Tablet,
  takenPhoto,
} from '../support/tablet.ts';

async function savedPhoto(tablet: Tablet, bytes: number, seed = 1) {
  const photo = await takenPhoto(tablet, bytes, seed);
  await saveFindingFromDraft(tablet, draftOf({ photos: [photo] }));
  return photo;
}

async function stateOf(tablet: Tablet, sha256: string) {
  const row = await tablet.db.blob.get(sha256);
  return row;
}

describe('a photo', () => {
  test('arrives byte for byte, after the text that names it', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const photo = await savedPhoto(tablet, PIECE_BYTES * 2 + 7);
    await tablet.sync();
    const own = await photoBlob(tablet.db, photo.sha256);
    const bytes = Buffer.from(own ? await own.arrayBuffer() : new ArrayBuffer(0));
    expect(server.photos.arrived.get(photo.sha256)).toEqual(bytes);
    expect(bytes).toHaveLength(photo.bytes);
    expect(await stateOf(tablet, photo.sha256)).toMatchObject({
      state: 'arrived',
      sent: photo.bytes,
    });
    expect(server.rows.all('photo')).toHaveLength(1);
  });

  test('of a draft is not sent', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const photo = await takenPhoto(tablet, 500);
    await tablet.sync();
    expect(server.photos.received).toBe(0);
    expect((await stateOf(tablet, photo.sha256))?.state).toBe('held');
  });

  test('whose problem the office has not heard of is not sent', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    server.meanwhile = () => savedPhoto(tablet, 500).then(() => undefined);
    await tablet.sync();
    expect(await tablet.db.outbox.count()).toBe(1);
    expect(server.photos.received).toBe(0);
    await tablet.sync();
    expect(server.photos.received).toBe(500);
  });

  test('cut on the way goes on where it stood', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const photo = await savedPhoto(tablet, PIECE_BYTES * 3);
    server.photos.cutAt = PIECE_BYTES + 1_000;
    expect((await tablet.sync()).phase).toBe('offline');
    expect(await stateOf(tablet, photo.sha256)).toMatchObject({
      state: 'waiting',
      sent: PIECE_BYTES,
    });
    await tablet.sync();
    expect((await stateOf(tablet, photo.sha256))?.state).toBe('arrived');
    expect(server.photos.received).toBe(photo.bytes);
    expect(server.photos.uploads.size).toBe(1);
  });

  test('cut on the way goes on in a page opened anew', async () => {
    const server = new MemoryServer();
    const on = machine();
    const before = await readyTablet(server, on);
    const photo = await savedPhoto(before, PIECE_BYTES * 3);
    server.photos.cutAt = PIECE_BYTES + 1_000;
    await before.sync();
    // As a killed page leaves it.
    await before.db.blob.update(photo.sha256, { state: 'uploading' });
    await before.close();
    const after = await openTablet(server, on);
    await after.sync();
    expect(server.photos.received).toBe(photo.bytes);
    expect((await stateOf(after, photo.sha256))?.state).toBe('arrived');
  });

  test('whose upload the office has forgotten is sent from the start', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const photo = await savedPhoto(tablet, PIECE_BYTES * 2);
    server.photos.cutAt = PIECE_BYTES + 1;
    await tablet.sync();
    server.photos.uploads.clear();
    await tablet.sync();
    expect(server.photos.arrived.has(photo.sha256)).toBe(true);
  });

  test('that is there already is not sent again', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const photo = await savedPhoto(tablet, 900);
    await tablet.sync();
    await tablet.db.blob.update(photo.sha256, { state: 'waiting', uploadUrl: null });
    await tablet.sync();
    expect(server.photos.received).toBe(900);
    expect((await stateOf(tablet, photo.sha256))?.state).toBe('arrived');
  });

  test('named by two problems is sent once', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    await savedPhoto(tablet, 900);
    await tablet.sync();
    await savedPhoto(tablet, 900);
    await tablet.sync();
    expect(server.photos.received).toBe(900);
    expect(server.rows.all('photo')).toHaveLength(2);
  });

  test('that the office does not take says why, does not hold up others, and is not tried again by itself', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const bad = await savedPhoto(tablet, 500, 1);
    const good = await savedPhoto(tablet, 900, 2);
    server.photos.refuses.set(bad.sha256, 'photo-hash-wrong');
    await tablet.sync();
    expect(await stateOf(tablet, bad.sha256)).toMatchObject({
      state: 'failed',
      error: '照片内容与校验值不一致，请重新上传',
      retryAt: null,
    });
    expect((await stateOf(tablet, good.sha256))?.state).toBe('arrived');
    const { received } = server.photos;
    await tablet.sync();
    expect(server.photos.received).toBe(received);
    server.photos.refuses.clear();
    await retryPhoto(tablet.db, bad.sha256);
    await tablet.sync();
    expect((await stateOf(tablet, bad.sha256))?.state).toBe('arrived');
  });

  test('that cannot arrive is given up with a reason: nobody waits for it, and its bytes stay here', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const photo = await savedPhoto(tablet, 500);
    const again = { ...photo, id: crypto.randomUUID() };
    await saveFindingFromDraft(tablet, draftOf({ photos: [again] }));
    server.photos.refuses.set(photo.sha256, 'photo-hash-wrong');
    await tablet.sync();
    expect(await custody(tablet.db)).toMatchObject({ photosFailed: 1, allAccepted: false });
    const row = { sha256: photo.sha256, title: '甲街' };
    expect(await forgoPhoto(tablet.author, row, '照片文件损坏')).toEqual({ ok: true });
    await tablet.sync();
    expect(await custody(tablet.db)).toMatchObject({ photosFailed: 0, allAccepted: true });
    expect(server.rows.all('photo').map(({ removed }) => removed)).toEqual([true, true]);
    expect(await photoBlob(tablet.db, photo.sha256)).toBeDefined();
    const { received } = server.photos;
    await tablet.sync();
    expect(server.photos.received).toBe(received);
  });

  test('of one who may not send photos any more stays here, and the loop does not stop for it', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const photo = await savedPhoto(tablet, 500);
    server.photos.refuses.set(photo.sha256, 'not-permitted');
    expect(await tablet.sync()).toMatchObject({ phase: 'idle', failure: null });
    expect(await stateOf(tablet, photo.sha256)).toMatchObject({ state: 'failed', retryAt: null });
  });

  test('that failed for a passing reason is tried again when its time has come', async () => {
    const server = new MemoryServer();
    const on = machine();
    const tablet = await readyTablet(server, on);
    const photo = await savedPhoto(tablet, 500);
    server.photos.refuses.set(photo.sha256, 'server-error');
    await tablet.sync();
    server.photos.refuses.clear();
    expect((await stateOf(tablet, photo.sha256))?.state).toBe('failed');
    await tablet.sync();
    expect((await stateOf(tablet, photo.sha256))?.state).toBe('failed');
    on.clock += 60_000;
    await tablet.sync();
    expect((await stateOf(tablet, photo.sha256))?.state).toBe('arrived');
  });

  test('of a refused problem stays on the tablet and is not sent', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const photo = await savedPhoto(tablet, 500);
    server.rows.delete('unit', 'U01');
    await tablet.sync();
    expect(server.photos.received).toBe(0);
    expect((await stateOf(tablet, photo.sha256))?.state).toBe('held');
    expect(await photoBlob(tablet.db, photo.sha256)).toBeDefined();
  });

  test('goes before a larger one', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const large = await savedPhoto(tablet, 3_000, 1);
    const small = await savedPhoto(tablet, 1_000, 2);
    await tablet.do('finding.record', findingArgs());
    await tablet.sync();
    expect([...server.photos.arrived.keys()]).toEqual([small.sha256, large.sha256]);
  });
});
