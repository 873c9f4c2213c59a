import { describe, expect, test } from 'vitest';
import { KEPT_RECEIPTS } from '../../src/client/store/acknowledge.ts';
import { giveUp, takeBack } from '../../src/client/store/decisions.ts';
import { saveFindingFromDraft } from '../../src/client/store/drafts.ts';
import { listDecided, listRefused } from '../../src/client/store/refused.ts';
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

  test('given up leaves the list with who, when and why, and its content stays', async () => {
    const { tablet, finding } = await refusedOnce();
    const [row] = await listRefused(tablet.db);
    if (!row) throw new Error('nothing was refused');
    expect(await giveUp(tablet.author, row, '重复了')).toEqual({ ok: true });
    expect(await giveUp(tablet.author, row, '再点一次')).toEqual({ ok: true });
    expect(await listRefused(tablet.db)).toEqual([]);
    expect(await listDecided(tablet.db)).toMatchObject([
      { args: finding, decision: { how: 'given-up', by: '督查员一', reason: '重复了', seq: 2 } },
    ]);
    expect(await custody(tablet.db)).toMatchObject({ saved: 1, waiting: 1, refused: 0 });
    await tablet.sync();
    expect(await custody(tablet.db)).toMatchObject({ saved: 1, waiting: 0, allAccepted: true });
  });

  test('given up can be brought back, to be decided on again', async () => {
    const { tablet, finding } = await refusedOnce();
    const [row] = await listRefused(tablet.db);
    if (!row) throw new Error('nothing was refused');
    await giveUp(tablet.author, row, '重复了');
    await takeBack(tablet.author, row);
    expect(await listDecided(tablet.db)).toEqual([]);
    expect(await listRefused(tablet.db)).toMatchObject([{ args: finding, decision: null }]);
    await tablet.sync();
    expect(await custody(tablet.db)).toMatchObject({ refused: 1, allAccepted: false });
  });
});
