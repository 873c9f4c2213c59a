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

/** Sums over the stores of all people who have worked on this tablet. */
export async function heldOn(page: Page): Promise<Held> {
  const rows = await tablesOn(page, ['outbox', 'refused', 'draft', 'blob']);
  const { outbox = [], refused = [], draft = [], blob = [] } = rows;
  return {
    outbox: outbox.length,
    refused: refused.length,
    photosWaiting: blob.filter((row) => row.state !== 'arrived').length,
    drafts: draft.length,
  };
}

type Row = Readonly<Record<string, unknown>>;

/** Every row of one of the tablet's tables, of all people who have worked on it. */
export async function rowsOn(page: Page, table: string): Promise<readonly Row[]> {
  return (await tablesOn(page, [table]))[table] ?? [];
}

function tablesOn(page: Page, tables: readonly string[]): Promise<Record<string, Row[]>> {
  return page.evaluate(async (names) => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const found: Record<string, Record<string, unknown>[]> = {};
    for (const { name } of await indexedDB.databases()) {
      if (!name?.startsWith('xundian-')) continue;
      const db = await settled(indexedDB.open(name));
      for (const table of names) {
        const rows = await settled(db.transaction(table).objectStore(table).getAll());
        found[table] = [...(found[table] ?? []), ...rows];
      }
      db.close();
    }
    return found;
  }, tables);
}

/** The tablet takes every number that was leased to it for used, as after so many notices. */
export function useUpNumbers(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name } of await indexedDB.databases()) {
      if (!name?.startsWith('xundian-')) continue;
      const db = await settled(indexedDB.open(name));
      const leases = db.transaction('lease', 'readwrite').objectStore('lease');
      for (const lease of await settled(leases.getAll())) {
        await settled(leases.put({ ...lease, used: 1 }));
      }
      db.close();
    }
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
