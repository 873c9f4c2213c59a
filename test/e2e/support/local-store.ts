/** What a tablet really holds: read from its IndexedDB, past the screens. */
import type { Page } from '@playwright/test';

export interface Held {
  /** Deeds that the office has not acknowledged. */
  readonly outbox: number;
  /** Deeds that the office did not take. */
  readonly refused: number;
  /** Photos whose bytes have not arrived. */
  readonly photosWaiting: number;
  readonly drafts: number;
}

/** Of the account that is signed in on this page's device; sums over all of its stores. */
export function heldOn(page: Page): Promise<Held> {
  return page.evaluate(async () => {
    const isRecord = (value: unknown): value is Record<string, unknown> =>
      typeof value === 'object' && value !== null;
    const open = (name: string) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const asking = indexedDB.open(name);
        asking.onsuccess = () => resolve(asking.result);
        asking.onerror = () => reject(asking.error);
      });
    const all = (db: IDBDatabase, store: string) =>
      new Promise<unknown[]>((resolve, reject) => {
        const asking = db.transaction(store).objectStore(store).getAll();
        asking.onsuccess = () => resolve(asking.result);
        asking.onerror = () => reject(asking.error);
      });
    const held = { outbox: 0, refused: 0, photosWaiting: 0, drafts: 0 };
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const db = await open(name);
      const stores = [...db.objectStoreNames];
      if (stores.includes('outbox')) {
        held.outbox += (await all(db, 'outbox')).length;
        held.refused += (await all(db, 'refused')).length;
        held.drafts += (await all(db, 'draft')).length;
        for (const row of await all(db, 'blob')) {
          if (isRecord(row) && row.state !== 'arrived') held.photosWaiting += 1;
        }
      }
      db.close();
    }
    return held;
  });
}

/** Resolves once the worker rules the page: from here on the program needs no server. */
export async function readyForOffline(page: Page): Promise<void> {
  await page.waitForFunction(
    () => navigator.serviceWorker.controller?.state === 'activated',
    undefined,
    { timeout: 60_000 },
  );
}
