/** A tablet in the midst of a day without the network: something in every table. */

import { saveDraft, saveFindingFromDraft } from '../../../src/client/store/drafts.ts';
import { rules } from '../../../src/client/store/rules.ts';
import { MemoryServer } from '../../support/memory-server.ts';
import type { StoreFile } from '../../support/store-file.ts';
import { writeStoreFile } from '../../support/store-file.ts';
import {
  draftOf,
  findingArgs,
  machine,
  openTablet,
  takenPhoto,
  uuid,
} from '../../support/tablet.ts';

// Whoever imports this file may have no way to import more afterwards.
await rules();

export async function fullStore(): Promise<StoreFile> {
  const server = new MemoryServer();
  const on = machine();
  const tablet = await openTablet(server, on);
  await tablet.sync();
  // One accepted, one refused: both have had their answer.
  await tablet.do('finding.record', findingArgs({ text: '已入账的问题' }));
  await tablet.sync();
  await tablet.do('finding.record', findingArgs({ text: '未被接受的问题' }));
  await tablet.db.outbox.toCollection().modify((row) => {
    row.args = { ...findingArgs(), unitId: 'U-NOWHERE' };
  });
  await tablet.sync();
  server.network = 'down';
  const visit = uuid();
  await tablet.do('inspection.start', {
    id: visit,
    roundId: 'R1',
    pointId: 'P1',
    checklistId: 'C01@1',
  });
  for (const nth of [1, 2, 3]) {
    const said = { verdict: 'unmet', reason: null, count: 2, note: '门前' } as const;
    await tablet.do('inspection.answer', { id: visit, itemId: `C01-${nth}`, ...said });
  }
  await tablet.do('inspection.finish', { id: visit });
  const photo = await takenPhoto(tablet, 3_000);
  const finding = findingArgs({ inspectionId: visit, photos: [photo], text: '待上传的问题' });
  await saveFindingFromDraft(tablet, draftOf(finding));
  await tablet.issue({
    id: uuid(),
    roundId: 'R1',
    teamId: 'T1',
    unitId: finding.unitId,
    findingIds: [finding.id],
    deadline: { kind: 'days', days: 3 },
  });
  await saveDraft(tablet.db, draftOf({ text: '还没有保存的问题' }));
  const { name } = tablet.db;
  await tablet.close();
  return writeStoreFile(on.indexedDB, name);
}
