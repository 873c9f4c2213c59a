import { expect, type Page } from '@playwright/test';

/** Resolves once every font of a paper is on the tablet. */
export async function fontsHere(page: Page): Promise<void> {
  await expect
    .poll(async () => page.evaluate(countFonts), { timeout: 60_000 })
    .toEqual(await page.evaluate(countExpected));
}

async function countFonts(): Promise<number> {
  const cache = await caches.open('paper-fonts');
  return (await cache.keys()).length;
}

async function countExpected(): Promise<number> {
  const manifest: unknown = await (await fetch('/fonts.json')).json();
  if (typeof manifest !== 'object' || manifest === null || !('fonts' in manifest)) return -1;
  return Array.isArray(manifest.fonts) ? manifest.fonts.length : -1;
}
