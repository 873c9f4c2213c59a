/** 照片只在无线网上传, on a browser that tells what the line is, and on one that does not. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  chooseWifiOnly,
  connection,
  followConnection,
  waitsForWifi,
  wifiOnly,
} from '../../src/client/devices/connection.ts';
import { saveFindingFromDraft } from '../../src/client/store/drafts.ts';
import { rememberDevice, rememberSession } from '../../src/client/store/remembered.ts';
import { syncInBackground } from '../../src/client/sync/background.ts';
import { connectionOf, photosMayGo } from '../../src/client/sync/connection.ts';
import { pageLocks } from '../../src/client/sync/locks.ts';
import { PIECE_BYTES } from '../../src/client/sync/tus.ts';
import { MemoryServer } from '../support/memory-server.ts';
import { emptyStorage } from '../support/own-storage.ts';
import { inspector, NOON } from '../support/small-city.ts';
import { draftOf, machine, readyTablet, takenPhoto } from '../support/tablet.ts';

/** A browser's word on its line, and the word changing. */
class Line extends EventTarget {
  readonly navigator = { connection: this };

  constructor(public type: string) {
    super();
  }

  turns(type: string): void {
    this.type = type;
    this.dispatchEvent(new Event('change'));
  }
}

beforeEach(async () => {
  await emptyStorage();
  await chooseWifiOnly(false);
});

test.each([
  ['wifi', 'wifi'],
  ['ethernet', 'wifi'],
  ['cellular', 'cellular'],
  ['wimax', 'cellular'],
  ['none', 'none'],
  ['other', 'unclear'],
  ['unknown', 'unclear'],
  [undefined, 'unknown'],
])('a line of the type %s is %s to us', (type, said) => {
  expect(connectionOf({ connection: { type } })).toBe(said);
});

test('a browser without the interface does not say', () => {
  expect([connectionOf({}), connectionOf({ connection: null })]).toEqual(['unknown', 'unknown']);
});

describe('photos', () => {
  test.each([
    ['wifi', true],
    ['cellular', false],
    ['none', false],
    ['other', false],
  ])('with the choice made, by a line of the type %s: %s', async (type, goes) => {
    const { navigator } = new Line(type);
    expect(await photosMayGo(navigator)).toBe(true);
    await chooseWifiOnly(true);
    expect(await photosMayGo(navigator)).toBe(goes);
  });

  test('do not wait behind a choice that the browser cannot keep and so does not offer', async () => {
    await chooseWifiOnly(true);
    expect(await photosMayGo({})).toBe(true);
  });

  test('wait for Wi-Fi while the text goes, and then go', async () => {
    const server = new MemoryServer();
    const line = new Line('cellular');
    const { navigator } = line;
    const tablet = await readyTablet(server, { ...machine(), navigator });
    await chooseWifiOnly(true);
    const photo = await takenPhoto(tablet, 900);
    await saveFindingFromDraft(tablet, draftOf({ photos: [photo] }));
    expect(await tablet.sync()).toMatchObject({ phase: 'idle', failure: null });
    expect(server.rows.all('finding')).toHaveLength(1);
    expect(server.photos.received).toBe(0);
    expect((await tablet.db.blob.get(photo.sha256))?.state).toBe('waiting');
    line.turns('wifi');
    await tablet.sync();
    expect((await tablet.db.blob.get(photo.sha256))?.state).toBe('arrived');
  });

  test('stop at the next piece where the Wi-Fi is lost in the midst, and go on from there', async () => {
    const server = new MemoryServer();
    const line = new Line('wifi');
    const { navigator } = line;
    let pieces = 0;
    const office = {
      fetch: async (path: string, init: RequestInit) => {
        if (init.method === 'PATCH') pieces += 1;
        if (init.method === 'PATCH' && pieces === 2) line.turns('cellular');
        return server.fetch(path, init);
      },
    };
    const tablet = await readyTablet(office, { ...machine(), navigator });
    await chooseWifiOnly(true);
    const photo = await takenPhoto(tablet, PIECE_BYTES * 4);
    await saveFindingFromDraft(tablet, draftOf({ photos: [photo] }));
    expect(await tablet.sync()).toMatchObject({ phase: 'idle', failure: null });
    const row = () => tablet.db.blob.get(photo.sha256);
    expect(await row()).toMatchObject({ state: 'waiting', sent: PIECE_BYTES * 2, tries: 0 });
    line.turns('wifi');
    await tablet.sync();
    expect((await row())?.state).toBe('arrived');
    expect(server.photos.received).toBe(photo.bytes);
  });

  test('wait in the worker just as on the page', async () => {
    const server = new MemoryServer();
    const on = { indexedDB, locks: pageLocks(), clock: NOON };
    const page = await readyTablet(server, on);
    await rememberSession(inspector);
    await rememberDevice({ deviceId: '00000000-0000-7000-8000-00000000d001', label: '平板' });
    const photo = await takenPhoto(page, 900);
    await saveFindingFromDraft(page, draftOf({ photos: [photo] }));
    await page.close();
    await chooseWifiOnly(true);
    const turnBy = (type: string) =>
      syncInBackground({
        fetch: server.fetch,
        locks: on.locks,
        appVersion: '0.0.0+test',
        photosMayGo: () => photosMayGo(new Line(type).navigator),
        storageFree: async () => null,
        now: () => NOON,
        random: () => 0,
      });
    expect(await turnBy('cellular')).toBe(false);
    expect([server.rows.all('finding').length, server.photos.received]).toEqual([1, 0]);
    expect(await turnBy('wifi')).toBe(true);
    expect(server.photos.arrived.has(photo.sha256)).toBe(true);
  });
});

describe('the screens', () => {
  test('follow the line while they show it', async () => {
    const line = new Line('wifi');
    const end = followConnection(line.navigator);
    expect(connection.value).toBe('wifi');
    await chooseWifiOnly(true);
    expect(waitsForWifi.value).toBe(false);
    line.turns('cellular');
    expect([connection.value, waitsForWifi.value]).toEqual(['cellular', true]);
    end();
    line.turns('wifi');
    expect(connection.value).toBe('cellular');
  });

  test('know the choice of an earlier sitting', async () => {
    await chooseWifiOnly(true);
    wifiOnly.value = false;
    followConnection(new Line('cellular').navigator)();
    await vi.waitFor(() => expect([wifiOnly.value, waitsForWifi.value]).toEqual([true, true]));
  });

  test('offer nothing where the browser does not say', () => {
    followConnection({})();
    expect(connection.value).toBe('unknown');
  });
});
