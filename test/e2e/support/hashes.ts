/** SHA-256 of photographs, computed where they are: on the tablet and on the desk. */
import type { Page } from '@playwright/test';

/** Of every photo that this person's store on the tablet holds, by the bytes themselves. */
export async function hashesOnTablet(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const hex = async (bytes: ArrayBuffer) =>
      Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
        byte.toString(16).padStart(2, '0'),
      ).join('');
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const hashes: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (!name?.startsWith('xundian-')) continue;
      const db = await settled(indexedDB.open(name));
      const rows: { jpeg: Blob }[] = await settled(
        db.transaction('jpeg').objectStore('jpeg').getAll(),
      );
      for (const row of rows) hashes.push(await hex(await row.jpeg.arrayBuffer()));
      db.close();
    }
    return hashes.sort();
  });
}

/** Of every photo drawn on the page, by fetching what the page itself shows. */
export async function hashesOnPage(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const hashes = new Set<string>();
    for (const image of document.images) {
      if (!/^blob:|\/api\/photos\/file\//.test(image.src)) continue;
      const bytes = await (await fetch(image.src)).arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      hashes.add(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''));
    }
    return [...hashes].sort();
  });
}
