import { IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import { withPlace } from '../../src/client/screens/inspection/new-draft.ts';
import { addPhoto } from '../../src/client/store/blobs.ts';
import { deleteDraft, saveDraft, saveFindingFromDraft } from '../../src/client/store/drafts.ts';
import { MemoryServer } from '../support/memory-server.ts';
import { NOON } from '../support/small-city.ts';
import { draftOf, machine, openTablet, readyTablet, takenPhoto } from '../support/tablet.ts';

describe('a draft', () => {
  test('is there again after the page is gone', async () => {
    const server = new MemoryServer();
    const on = machine();
    const before = await openTablet(server, on);
    const draft = draftOf();
    await saveDraft(before.db, draft);
    await before.close();
    const after = await openTablet(server, on);
    expect(await after.db.draft.toArray()).toEqual([draft]);
  });

  test('typed fast ends as it was typed last', async () => {
    const { db } = await openTablet(new MemoryServer());
    const draft = draftOf();
    const keystrokes = Array.from({ length: 30 }, (_, nth) =>
      saveDraft(db, { ...draft, text: '路'.repeat(nth + 1), changedAt: nth }),
    );
    await keystrokes[0];
    expect((await db.draft.get(draft.id))?.text).toBe('路');
    await Promise.all(keystrokes);
    expect((await db.draft.get(draft.id))?.text).toBe('路'.repeat(30));
  });

  test('saved becomes a problem, and its photos go', async () => {
    const tablet = await readyTablet(new MemoryServer());
    const photo = await takenPhoto(tablet, 900);
    const draft = draftOf({ photos: [photo] });
    await saveDraft(tablet.db, draft);
    expect((await tablet.db.blob.get(photo.sha256))?.state).toBe('held');
    expect(await saveFindingFromDraft(tablet, draft)).toEqual({ ok: true });
    expect(await tablet.db.finding.get(draft.id)).toMatchObject({
      text: draft.text,
      photoCount: 1,
    });
    expect(await tablet.db.draft.get(draft.id)).toBeUndefined();
    expect((await tablet.db.blob.get(photo.sha256))?.state).toBe('waiting');
  });

  test('refused stays a draft, with its photos', async () => {
    const tablet = await readyTablet(new MemoryServer());
    const photo = await takenPhoto(tablet, 900);
    const draft = draftOf({ photos: [photo], text: ' ' });
    await saveDraft(tablet.db, draft);
    expect(await saveFindingFromDraft(tablet, draft)).toMatchObject({
      ok: false,
      reason: 'malformed',
    });
    expect(await tablet.db.draft.get(draft.id)).toEqual(draft);
    expect((await tablet.db.blob.get(photo.sha256))?.state).toBe('held');
    expect(await tablet.db.outbox.count()).toBe(0);
  });

  test('saved between keystrokes is saved, and gone for good', async () => {
    const tablet = await readyTablet(new MemoryServer());
    const draft = draftOf();
    const typed = [saveDraft(tablet.db, draft), saveDraft(tablet.db, { ...draft, changedAt: 2 })];
    const saved = saveFindingFromDraft(tablet, draft);
    typed.push(saveDraft(tablet.db, { ...draft, changedAt: 3 }));
    expect(await saved).toEqual({ ok: true });
    await Promise.all(typed);
    expect(await tablet.db.draft.count()).toBe(0);
    expect(await tablet.db.finding.count()).toBe(1);
  });

  test('of a recorded problem corrects it', async () => {
    const tablet = await readyTablet(new MemoryServer());
    const draft = draftOf();
    await saveFindingFromDraft(tablet, draft);
    expect(
      await saveFindingFromDraft(tablet, { ...draft, amends: true, text: '路面积水已扩大' }),
    ).toEqual({
      ok: true,
    });
    expect((await tablet.db.finding.get(draft.id))?.text).toBe('路面积水已扩大');
  });

  test('thrown away takes its photos along, but not those that others name', async () => {
    const tablet = await readyTablet(new MemoryServer());
    const own = await takenPhoto(tablet, 900, 1);
    const shared = await takenPhoto(tablet, 901, 2);
    const draft = draftOf({ photos: [own, shared] });
    await saveDraft(tablet.db, draft);
    await saveDraft(tablet.db, draftOf({ photos: [shared] }));
    await deleteDraft(tablet.db, draft.id);
    expect(await tablet.db.blob.toCollection().primaryKeys()).toEqual([shared.sha256]);
    expect(await tablet.db.jpeg.toCollection().primaryKeys()).toEqual([shared.sha256]);
  });

  test('lets go of a photo that is taken off it, but not of one that others name', async () => {
    const tablet = await readyTablet(new MemoryServer());
    const { db } = tablet;
    const [kept, off, shared] = [
      await takenPhoto(tablet, 900, 1),
      await takenPhoto(tablet, 901, 2),
      await takenPhoto(tablet, 902, 3),
    ];
    const draft = draftOf({ photos: [kept, off, shared] });
    await saveDraft(db, draft);
    await saveDraft(db, draftOf({ photos: [shared] }));
    await saveDraft(db, { ...draft, photos: [kept] });
    const left = [kept.sha256, shared.sha256].sort();
    expect(await db.blob.toCollection().primaryKeys()).toEqual(left);
    expect(await db.jpeg.toCollection().primaryKeys()).toEqual(left);
  });

  test('never lets go of a photo of the recorded problem that it corrects', async () => {
    const tablet = await readyTablet(new MemoryServer());
    const photo = await takenPhoto(tablet, 900);
    const draft = draftOf({ photos: [photo] });
    await saveFindingFromDraft(tablet, draft);
    await saveDraft(tablet.db, { ...draft, amends: true });
    await saveDraft(tablet.db, { ...draft, amends: true, photos: [] });
    expect((await tablet.db.blob.get(photo.sha256))?.state).toBe('waiting');
    expect(await tablet.db.jpeg.count()).toBe(1);
  });
});

test('the one fix of a problem is also that of the photos taken while it was on its way', () => {
  const photo = { id: 'p', sha256: 'a', bytes: 1, width: 1, height: 1, takenAt: NOON, place: null };
  const [here, there] = [
    { lon: 109.73, lat: 38.28, accuracy: 12, at: NOON },
    { lon: 109.8, lat: 38.3, accuracy: 30, at: NOON - 1 },
  ];
  const draft = draftOf({ photos: [photo, { ...photo, id: 'q', place: there }] });
  expect(withPlace(draft, here)).toMatchObject({
    place: here,
    photos: [
      { id: 'p', place: here },
      { id: 'q', place: there },
    ],
  });
});

test('a full device is said in a sentence, and arrived photos give way first', async () => {
  const tablet = await readyTablet(new MemoryServer());
  const arrived = await takenPhoto(tablet, 900, 1);
  await saveFindingFromDraft(tablet, draftOf({ photos: [arrived] }));
  await tablet.sync();
  await tablet.db.photo.update(arrived.id, { arrived: true });
  const unsent = await takenPhoto(tablet, 901, 2);
  let room = false;
  const put = Reflect.get(IDBObjectStore.prototype, 'put');
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...args: Parameters<IDBObjectStore['put']>
  ) {
    if (!room && this.name === 'jpeg') throw new DOMException('no room', 'QuotaExceededError');
    return Reflect.apply(put, this, args);
  });
  const photo = { jpeg: new Blob(['x']), sha256: 'f'.repeat(64), bytes: 1, takenAt: 1, title: '' };
  expect(await addPhoto(tablet.db, photo)).toMatchObject({ ok: false, reason: 'quota' });
  expect(await tablet.db.blob.get(photo.sha256)).toBeUndefined();
  expect(await tablet.db.jpeg.toCollection().primaryKeys()).toEqual([unsent.sha256]);
  room = true;
  expect(await addPhoto(tablet.db, photo)).toEqual({ ok: true });
  spy.mockRestore();
});
