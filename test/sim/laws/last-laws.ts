/** What must be true when everything has been put right: all are equal, and the light is green by right. */
import { IDBKeyRange } from 'fake-indexeddb';
import { openDatabase } from '../../../src/client/store/database.ts';
import { custody } from '../../../src/client/sync/custody.ts';
import { verifyHistory } from '../../../src/server/history/verify.ts';
import type { Device } from '../world/device.ts';
import type { LocalStore } from '../world/local-store.ts';
import { OFFICE_ID } from '../world/town.ts';
import type { World } from '../world/world.ts';
import { hold } from './law.ts';
import { isUpToDate } from './row-laws.ts';
import { serverBook } from './server-book.ts';

export async function checkEnd(world: World): Promise<void> {
  const book = serverBook(world);
  for (const device of world.devices) {
    for (const store of device.stores.values()) {
      const { seen, name } = store;
      if (!seen) continue;
      hold(seen.outbox.length === 0, 'all arrives in the end', () => name);
      hold(seen.base.length === 0, 'with nothing pending nothing is held back', () => name);
      hold(isUpToDate(world, seen), 'all devices are equal in the end', () => {
        return `${name} stands at ${seen.facts.cursor}, the office at ${world.office.history.head}`;
      });
      await lightIsHonest(device, store, book.journalOf(store.clientId).length);
    }
  }
  await chainHolds(world, [...book.journal.values()].flat().length);
}

async function chainHolds(world: World, deeds: number): Promise<void> {
  const verdict = await verifyHistory(world.office.process.context.store, OFFICE_ID);
  hold(verdict.fault === null, 'the chain of history holds', () => JSON.stringify(verdict.fault));
  hold(verdict.deeds === deeds, 'every deed is in the chain of history', () => {
    return `${verdict.deeds} of ${deeds}`;
  });
}

async function lightIsHonest(device: Device, store: LocalStore, taken: number): Promise<void> {
  const engine = { indexedDB: device.databases, IDBKeyRange };
  const db = await openDatabase(store.accountId, { engine });
  const light = await custody(db);
  db.close();
  const undecided = store.seen?.refused.filter((row) => row.decision === null).length ?? 0;
  hold(
    light.allAccepted === (undecided === 0),
    'the light is green when all is in the books',
    () => {
      return `${store.name}: ${JSON.stringify(light)}`;
    },
  );
  const refused = store.seen?.refused.length ?? 0;
  const arrived = light.photosArrived;
  hold(light.accepted === taken - refused + arrived, 'the numbers on the light add up', () => {
    return `${store.name}: ${JSON.stringify(light)}, the office took ${taken}, refused ${refused}`;
  });
}
