/** SHA-256 of photographs, on the tablet and on the desk. */
import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { storedPhotos } from './stored-photos.ts';

/** Of every photo that the tablet holds, by the bytes themselves. */
export async function hashesOnTablet(page: Page): Promise<string[]> {
  const photos = await storedPhotos(page);
  return photos.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')).sort();
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
