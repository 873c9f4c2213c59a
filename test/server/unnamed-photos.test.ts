import { existsSync, writeFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveFindingFromDraft } from '../../src/client/store/drafts.ts';
import { BlobStore } from '../../src/server/blobs/blob-store.ts';
import { PhotoIntake } from '../../src/server/blobs/photo-intake.ts';
import { dropUnnamed } from '../../src/server/blobs/unnamed.ts';
import { UploadStore } from '../../src/server/blobs/upload-store.ts';
import type { Db } from '../../src/server/store/database.ts';
import {
  amendArgs,
  type City,
  deed,
  findingArgs,
  join,
  photoArgs,
  rowsOf,
} from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { jpeg, sha256 } from '../support/jpeg.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { keptPhoto, machine, readyTablet } from '../support/tablet.ts';
import { begin, upload } from '../support/uploads.ts';

const DAY = 86_400_000;

eachStore((kind) => {
  let server: TestServer;
  let person: RawClient;
  let city: City;
  let now = Date.now();

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh(), now: () => now });
    person = await RawClient.signIn(server.url, 'inspector1', server.password);
    city = (await join(person)).city;
  });
  afterAll(() => server.end());

  const clean = () => {
    const { store, officeId } = server.context;
    return dropUnnamed({ store, officeId, blobs: new BlobStore(server.dataDir) }, now);
  };
  const onDisk = (hash: string) =>
    existsSync(joinPath(server.dataDir, 'blobs', hash.slice(0, 2), `${hash}.jpg`));
  const onRecord = async (hash: string) =>
    (await server.context.store.db
      .selectFrom('photo_blob')
      .select('sha256')
      .where('sha256', '=', hash)
      .executeTakeFirst()) !== undefined;
  async function sent(): Promise<{ bytes: Uint8Array<ArrayBuffer>; hash: string }> {
    const bytes = jpeg();
    const hash = sha256(bytes);
    expect((await upload(person, bytes, hash)).status).toBe(204);
    return { bytes, hash };
  }

  test('bytes that no photo row names for fourteen days go, and those that one names stay', async () => {
    const unnamed = await sent();
    const named = await sent();
    const takenOff = await sent();
    const client = person.another();
    const photos = [photoArgs(named.hash), photoArgs(takenOff.hash)];
    const args = findingArgs(city, { photos });
    await client.sync([
      deed(1, 'finding.record', args),
      deed(2, 'finding.amend', amendArgs({ ...args, photos: photos.slice(0, 1) })),
    ]);
    now += 13 * DAY;
    const late = await sent();
    expect(await clean()).toBe(0);
    now += 2 * DAY;
    expect(await clean()).toBe(1);
    const kept = await Promise.all(
      [unnamed, named, takenOff, late].map(async ({ hash }) => [
        onDisk(hash),
        await onRecord(hash),
      ]),
    );
    expect(kept).toEqual([
      [false, false],
      [true, true],
      [true, true],
      [true, true],
    ]);
  });

  test('bytes that were sent again count from then', async () => {
    const { bytes, hash } = await sent();
    now += 10 * DAY;
    await upload(person, bytes, hash);
    now += 10 * DAY;
    await clean();
    expect(onDisk(hash)).toBe(true);
    now += 5 * DAY;
    await clean();
    expect([onDisk(hash), await onRecord(hash)]).toEqual([false, false]);
  });

  test('each start of the server cleans', async () => {
    const { hash } = await sent();
    now += 15 * DAY;
    server = await server.restart();
    await expect.poll(() => onDisk(hash)).toBe(false);
    person = await RawClient.signIn(server.url, 'inspector1', server.password);
  });

  test('a row that comes after its bytes have gone asks for them, and the tablet sends them again', async () => {
    const client = await server.signIn('inspector1');
    const fetch = (path: string, init: RequestInit) => {
      const headers = new Headers(init.headers);
      headers.set('cookie', client.cookie);
      return globalThis.fetch(server.url + path, { ...init, headers });
    };
    const on = { ...machine(), clock: now };
    const tablet = await readyTablet({ fetch }, on, client.session);
    const bytes = jpeg();
    const photo = await keptPhoto(tablet, bytes);
    await upload(person, bytes, photo.sha256);
    now += 15 * DAY;
    await clean();
    expect(onDisk(photo.sha256)).toBe(false);
    const args = findingArgs(city, { photos: [photo] });
    const draft = { ...args, amends: false, redoes: null, changedAt: now };
    expect(await saveFindingFromDraft(tablet, draft)).toEqual({ ok: true });
    await tablet.sync();
    expect((await tablet.db.blob.get(photo.sha256))?.state).toBe('arrived');
    expect([onDisk(photo.sha256), await onRecord(photo.sha256)]).toEqual([true, true]);
    const rows = rowsOf(await person.another().sync(), 'photo');
    expect(rows.find((row) => row.id === photo.id)?.arrived).toBe(true);
    await tablet.close();
  });

  test('bytes that are let go of while they arrive are never said to be here', async () => {
    /** Cleans in the moment between the file's coming and its record. */
    class Cleaned extends BlobStore {
      override async take(file: string, hash: string) {
        const verdict = await super.take(file, hash);
        await this.remove(hash);
        return verdict;
      }
    }
    const { store, officeId, dataDir } = server.context;
    const bytes = jpeg();
    const hash = sha256(bytes);
    const client = person.another();
    const args = findingArgs(city, { photos: [photoArgs(hash)] });
    await client.sync([deed(1, 'finding.record', args)]);
    const uploads = new UploadStore(dataDir);
    const parts = { store, officeId, uploads, now: () => now, changed: () => undefined };
    const intake = new PhotoIntake({ ...parts, blobs: new Cleaned(dataDir) });
    const id = (await begin(client, bytes.length, hash)).split('/').at(-1) ?? '';
    writeFileSync(uploads.pathOf(id), bytes);
    await expect(intake.take(await uploads.getUpload(id))).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await onRecord(hash)).toBe(false);
    const rows = rowsOf(await client.another().sync(), 'photo');
    expect(rows.find((row) => row.sha256 === hash)?.arrived).toBe(false);
  });

  test('bytes that arrive anew while they are let go of stay', async () => {
    const { bytes, hash } = await sent();
    now += 15 * DAY;
    const { store, officeId, dataDir } = server.context;
    let transactions = 0;
    /** The same bytes come again after their record has gone and before their file does. */
    const transaction = () => ({
      execute: async <T>(run: (tx: Db) => Promise<T>): Promise<T> => {
        transactions += 1;
        if (transactions === 2) await upload(person, bytes, hash);
        return store.db.transaction().execute(run);
      },
    });
    const db = Object.create(store.db, { transaction: { value: transaction } });
    const parts = { store: { ...store, db }, officeId, blobs: new BlobStore(dataDir) };
    expect(await dropUnnamed(parts, now)).toBe(1);
    expect(transactions).toBe(2);
    expect([onDisk(hash), await onRecord(hash)]).toEqual([true, true]);
  });
});
