import type { Page } from '@playwright/test';

export interface StoredPhoto {
  /** What the tablet calls it. */
  readonly sha256: string;
  readonly bytes: Buffer;
}

/** Every photo that the tablet holds, by the bytes themselves. */
export async function storedPhotos(page: Page): Promise<StoredPhoto[]> {
  const stored = await page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const base64 = (blob: Blob) =>
      new Promise<string>((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
        reader.onerror = () => reject(reader.error);
        reader.readAsDataURL(blob);
      });
    const photos: { sha256: string; base64: string }[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (!name?.startsWith('xundian-')) continue;
      const db = await settled(indexedDB.open(name));
      const rows: { sha256: string; jpeg: Blob }[] = await settled(
        db.transaction('jpeg').objectStore('jpeg').getAll(),
      );
      for (const { sha256, jpeg } of rows) photos.push({ sha256, base64: await base64(jpeg) });
      db.close();
    }
    return photos;
  });
  return stored.map(({ sha256, base64 }) => ({ sha256, bytes: Buffer.from(base64, 'base64') }));
}
