import { describe, expect, test } from 'vitest';
import { KEPT_RECEIPTS } from '../../src/client/store/acknowledge.ts';
import { saveFindingFromDraft } from '../../src/client/store/drafts.ts';
import {
  discardRefused,
  exportRefused,
  listDiscarded,
  listRefused,
  restoreRefused,
} from '../../src/client/store/refused.ts';
import { custody } from '../../src/client/sync/custody.ts';
import { MemoryServer } from '../support/memory-server.ts';
import { NOON } from '../support/small-city.ts';
import { draftOf, findingArgs, readyTablet, takenPhoto } from '../support/tablet.ts';

describe('custody', () => {
  test('of an untouched tablet is nothing, and all of it accepted', async () => {
    const tablet = await readyTablet(new MemoryServer());
    expect(await custody(tablet.db)).toEqual({
      saved: 0,
      waiting: 0,
      accepted: 0,
      refused: 0,
      photosWaiting: 0,
      photosUploading: 0,
      photosFailed: 0,
      photosArrived: 0,
      oldestUnsent: null,
      allAccepted: true,
    });
  });

  test('adds up at every stage of the way', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const look = async () => {
      const held = await custody(tablet.db);
      expect(held.saved).toBe(held.accepted + held.waiting + held.refused);
      return held;
    };
    const photos = [await takenPhoto(tablet, 500, 1), await takenPhoto(tablet, 900, 2)];
    expect((await look()).saved).toBe(0);
    await saveFindingFromDraft(tablet, draftOf({ photos }));
    await tablet.do('finding.record', findingArgs({ unitId: 'U01' }));
    expect(await look()).toMatchObject({
      saved: 4,
      waiting: 4,
      photosWaiting: 2,
      oldestUnsent: NOON,
      allAccepted: false,
    });
    server.photos.refuses.set(photos[0]?.sha256 ?? '', 'photo-not-image');
    await tablet.sync();
    expect(await look()).toMatchObject({
      saved: 4,
      accepted: 3,
      waiting: 1,
      photosFailed: 1,
      photosArrived: 1,
      allAccepted: false,
    });
    server.rows.delete('unit', 'U01');
    await tablet.do('finding.record', findingArgs());
    await tablet.sync();
    expect(await look()).toMatchObject({ saved: 5, accepted: 3, waiting: 1, refused: 1 });
  });

  test('is all accepted only when nothing waits, nothing is refused and every photo is there', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    await saveFindingFromDraft(tablet, draftOf({ photos: [await takenPhoto(tablet, 500)] }));
    await tablet.sync();
    expect(await custody(tablet.db)).toMatchObject({ saved: 2, accepted: 2, allAccepted: true });
  });

  test('counts every accepted deed, also those whose receipt is no longer listed', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    for (let nth = 0; nth < KEPT_RECEIPTS + 3; nth += 1) {
      await tablet.do('finding.record', findingArgs());
    }
    await tablet.sync();
    expect((await custody(tablet.db)).accepted).toBe(KEPT_RECEIPTS + 3);
    expect(await tablet.db.receipt.count()).toBe(KEPT_RECEIPTS);
    expect((await tablet.db.receipt.orderBy('seq').last())?.seq).toBe(KEPT_RECEIPTS + 3);
  });
});

describe('a refused deed', () => {
  async function refusedOnce() {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const finding = findingArgs();
    await tablet.do('finding.record', finding);
    server.rows.delete('unit', 'U01');
    await tablet.sync();
    return { tablet, finding };
  }

  test('can be handed to the office as a file', async () => {
    const { tablet, finding } = await refusedOnce();
    const file: unknown = JSON.parse((await exportRefused(tablet.db, 1)) ?? '');
    expect(file).toMatchObject({
      name: 'finding.record',
      args: finding,
      reason: '责任单位不存在。',
    });
    expect(await exportRefused(tablet.db, 9)).toBeNull();
  });

  test('given up leaves the list, and its content stays', async () => {
    const { tablet, finding } = await refusedOnce();
    await discardRefused(tablet.db, 1, NOON);
    expect(await listRefused(tablet.db)).toEqual([]);
    expect(await listDiscarded(tablet.db)).toMatchObject([{ args: finding, discardedAt: NOON }]);
    expect(await custody(tablet.db)).toMatchObject({ saved: 0, refused: 0, allAccepted: true });
  });

  test('given up can be brought back, to be decided on again', async () => {
    const { tablet, finding } = await refusedOnce();
    await discardRefused(tablet.db, 1, NOON);
    await restoreRefused(tablet.db, 1);
    expect(await listDiscarded(tablet.db)).toEqual([]);
    expect(await listRefused(tablet.db)).toMatchObject([{ args: finding, discardedAt: null }]);
    expect(await custody(tablet.db)).toMatchObject({ saved: 1, refused: 1, allAccepted: false });
  });
});
