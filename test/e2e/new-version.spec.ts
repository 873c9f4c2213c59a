/** A new version waits for the person's word, a broken one changes nothing, and the way back stays open. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { LoginPage } from './pages/login-page.ts';
import { PointPage } from './pages/point-page.ts';
import { TodayPage } from './pages/today-page.ts';
import { heldOn } from './support/local-store.ts';
import { otherVersion } from './support/other-version.ts';
import { signInInspector } from './support/signed-in.ts';
import { expect, test } from './support/test.ts';

const markOf = (page: Page) =>
  page.evaluate(() => document.querySelector('meta[name=mark]')?.getAttribute('content') ?? '');

/** Looks for a newer version, as the page does by itself from time to time. */
const lookForUpdate = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch((error: unknown) => String(error));
  });

const versionsOn = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('xundian-')));

/** Whether a page of this tablet has something open that no new version may be put under. */
const isWorkHeldOn = (page: Page) =>
  page.evaluate(async () => {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name }) => name === 'xundian-work-in-hand');
  });

/** Nothing more is loaded for a second. */
async function atRest(page: Page): Promise<void> {
  const files = () => page.evaluate(() => performance.getEntriesByType('resource').length);
  let before = -1;
  for (let now = await files(); now !== before; now = await files()) {
    before = now;
    await page.waitForTimeout(1_000);
  }
}

/** Paths of what went straight to the network, and woke no worker. */
const routedOn = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => Reflect.get(entry, 'workerFinalSourceType') === 'network')
      .map(({ name }) => new URL(name).pathname),
  );

const updateOn = (page: Page) => page.getByRole('button', { name: '更新', exact: true });
const becomes = (page: Page, mark: string) =>
  expect.poll(() => markOf(page).catch(() => 'reloading'), { timeout: 60_000 }).toBe(mark);

test('a new version comes when the person takes it and no checklist is open, and opens a full outbox', async ({
  stage,
  launchServer,
  launchTablet,
}) => {
  const server = await launchServer();
  const tablet = await launchTablet({ baseUrl: server.url });
  const page = await signInInspector(tablet, server);
  const next = await otherVersion(await stage.folder('version'), '0.1.1');
  await server.stop();
  await new TodayPage(page).points.first().click();
  await new PointPage(page).startInspection();
  await page.getByRole('radio', { name: '符合', exact: true }).first().click();
  await expect.poll(async () => (await heldOn(page)).outbox).toBe(2);

  // The sign-in has run out meanwhile: what is in the outbox waits through the update.
  await page.context().clearCookies();
  await server.start(next);
  await lookForUpdate(page);
  const other = await tablet.page('/today');
  await expect(updateOn(other)).toBeVisible();
  await expect(updateOn(page)).toBeHidden();
  await updateOn(other).click();
  await expect(other.getByText('另一个页面正在检查或填写')).toBeVisible();
  expect(await markOf(other)).toBe('');

  await page.getByRole('link', { name: '地图' }).first().click();
  // A file that a page asks the worker for while it gives way starts it again, and under a
  // debugger it then never ends: both pages are at rest first.
  await atRest(page);
  await atRest(other);
  const routed = await routedOn(other);
  expect(routed).toContain('/api/sync');
  expect(routed.filter((path) => !path.startsWith('/api/'))).toEqual([]);
  // The other page is told of it by way of the browser, a moment after the checklist has gone.
  await expect.poll(() => isWorkHeldOn(other)).toBe(false);
  await updateOn(other).click();
  await becomes(other, '0.1.1');
  await becomes(page, '0.1.1');
  await expect(updateOn(other)).toBeHidden();
  expect((await heldOn(other)).outbox).toBe(2);
  await expect.poll(() => versionsOn(other)).toHaveLength(1);

  await server.stop();
  await other.reload();
  await expect(other.getByRole('searchbox', { name: '搜索点位' })).toBeVisible();
  await server.start(next);
  await page.goto(`${server.url}/sync`);
  await page.getByRole('button', { name: '重新登录' }).click();
  await new LoginPage(page).signIn('inspector1', server.password);
  await expect(page.getByText('全部入账').first()).toBeVisible({ timeout: 60_000 });
});

test('a version that cannot open the store gives way to the one before, also offline', async ({
  stage,
  launchServer,
  launchTablet,
}) => {
  const server = await launchServer();
  const tablet = await launchTablet({ baseUrl: server.url });
  const page = await signInInspector(tablet, server);
  await page.context().addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (name: string, version?: number) => {
      const broken = document.querySelector('meta[name=mark]') && name.startsWith('xundian-');
      if (broken) throw new DOMException('cannot be upgraded', 'UnknownError');
      return open(name, version);
    };
  });
  const next = await otherVersion(await stage.folder('version'), '0.1.1');
  await server.stop();
  await server.start(next);
  await lookForUpdate(page);
  await updateOn(page).click();
  await becomes(page, '0.1.1');
  expect(await versionsOn(page)).toHaveLength(2);

  await server.stop();
  await page.getByRole('button', { name: '回到上一版本' }).click();
  await becomes(page, '');
  await expect(page.getByRole('searchbox', { name: '搜索点位' })).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: '地图' }).first().click();
  await expect(page.getByRole('heading', { name: '地图' })).toBeVisible();
  expect(await markOf(page)).toBe('');
});

test('a version with a file missing is not installed, and the one before works on offline', async ({
  stage,
  launchServer,
  launchTablet,
}) => {
  const server = await launchServer();
  const tablet = await launchTablet({ baseUrl: server.url });
  const page = await signInInspector(tablet, server);
  const broken = await otherVersion(await stage.folder('version'), '0.1.1');
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
  await expect(updateOn(page)).toBeHidden();
  await server.stop();
  await page.reload();
  await expect(page.getByRole('searchbox', { name: '搜索点位' })).toBeVisible();
  expect(await markOf(page)).toBe('');
});
