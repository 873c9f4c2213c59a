/** A new version waits for the person's word, and a broken one changes nothing. */
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ROOT } from '../support/walls/source-file.ts';
import { signInInspector } from './support/signed-in.ts';
import { expect, test } from './support/test.ts';

/** A checkout whose page is the built one with a mark of its own. */
async function versionIn(folder: string, mark: string): Promise<string> {
  const client = join(folder, 'dist/client');
  await cp(join(ROOT, 'dist/client'), client, { recursive: true });
  const page = join(client, 'index.html');
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace('</head>', `<meta name="mark" content="${mark}"></head>`));
  const worker = join(client, 'sw.js');
  const text = await readFile(worker, 'utf8');
  const revised = text.replace(
    /("?revision"?:\s*["'`])[0-9a-f]+(["'`],\s*"?url"?:\s*["'`]index\.html)/,
    `$1${mark}$2`,
  );
  if (revised === text) throw new Error('index.html was not found in the list of files');
  await writeFile(worker, revised);
  return folder;
}

const markOf = (page: Page) =>
  page.evaluate(() => document.querySelector('meta[name=mark]')?.getAttribute('content') ?? '');

/** Looks for a newer version, as the page does by itself from time to time. */
const lookForUpdate = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch((error: unknown) => String(error));
  });

test('a new version is used when the person takes it, and not before', async ({
  stage,
  launchServer,
  launchTablet,
}) => {
  const server = await launchServer();
  const tablet = await launchTablet({ baseUrl: server.url });
  const page = await signInInspector(tablet, server);
  await server.stop();
  await server.start(await versionIn(await stage.folder('version'), 'second'));

  await lookForUpdate(page);
  const update = page.getByRole('button', { name: '更新', exact: true });
  await expect(update).toBeVisible();
  await page.reload();
  await expect(page.getByRole('searchbox', { name: '搜索点位' })).toBeVisible();
  expect(await markOf(page)).toBe('');

  await update.click();
  await expect
    .poll(() => markOf(page).catch(() => 'reloading'), { timeout: 60_000 })
    .toBe('second');
  await expect(update).toBeHidden();
  await server.stop();
  await page.reload();
  await expect(page.getByRole('searchbox', { name: '搜索点位' })).toBeVisible();
});

test('a version with a file missing is not installed, and the one before works on offline', async ({
  stage,
  launchServer,
  launchTablet,
}) => {
  const server = await launchServer();
  const tablet = await launchTablet({ baseUrl: server.url });
  const page = await signInInspector(tablet, server);
  const broken = await versionIn(await stage.folder('version'), 'broken');
  const assets = join(broken, 'dist/client/assets');
  const worker = join(broken, 'dist/client/sw.js');
  const [script = ''] = (await readdir(assets)).filter((name) => name.startsWith('map-canvas'));
  // Under a new name, since a file that did not change is taken from what the tablet holds.
  const text = await readFile(worker, 'utf8');
  await writeFile(worker, text.replaceAll(script, `gone-${script}`));
  await rm(join(assets, script));
  await server.stop();
  await server.start(broken);

  await lookForUpdate(page);
  await page.waitForTimeout(1_000);
  await expect(page.getByRole('button', { name: '更新', exact: true })).toBeHidden();
  await server.stop();
  await page.reload();
  await expect(page.getByRole('searchbox', { name: '搜索点位' })).toBeVisible();
  expect(await markOf(page)).toBe('');
});
