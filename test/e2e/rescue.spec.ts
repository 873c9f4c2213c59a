/** A tablet that reaches no network and then is no more: its file brings everything, and its loss is said. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { OfficeClient } from '../support/office-client.ts';
import { LoginPage } from './pages/login-page.ts';
import { PointPage } from './pages/point-page.ts';
import { problemFormOn } from './pages/problem-form.ts';
import { RescuePage } from './pages/rescue-page.ts';
import { TodayPage } from './pages/today-page.ts';
import { hashesOnTablet } from './support/hashes.ts';
import { heldOn } from './support/local-store.ts';
import { takePhoto } from './support/photo-maker.ts';
import { signInInspector } from './support/signed-in.ts';
import { DESK, type Tablet } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

const PASSPHRASE = '老城墙根的第七块青砖';

/** Writes down a problem with one photo; answers the page it was done on. */
async function recordProblem(tablet: Tablet, folder: string, text: string): Promise<Page> {
  const page = await tablet.page('/today');
  await new TodayPage(page).points.first().click();
  await page.getByRole('button', { name: '登记问题' }).click();
  const form = await problemFormOn(page);
  await form.write(text);
  const picture = join(folder, 'photo.jpg');
  await takePhoto(page, picture, 5);
  await form.addPhoto(picture);
  await form.save();
  return page;
}

test('what a tablet made without network survives it, by its file and a supervisor’s desk', async ({
  launchServer,
  launchTablet,
  stage,
}) => {
  const folder = await stage.folder('rescue');
  const server = await launchServer();
  const field = await launchTablet({ baseUrl: server.url });
  const online = await signInInspector(field, server);
  // The office has lent the tablet what it seals its file with.
  await expect.poll(() => sealedOn(online)).toBe(true);
  await server.stop();
  await field.close();
  await field.open();

  const visit = await field.page('/today');
  await new TodayPage(visit).points.nth(1).click();
  await new PointPage(visit).startInspection();
  const page = await recordProblem(field, folder, '护栏缺失，随离线包交回');
  await page.goto(`${server.url}/sync`);
  const [sha256] = await hashesOnTablet(page);
  expect((await heldOn(page)).outbox).toBe(2);
  const saved = await new RescuePage(page).export(PASSPHRASE);
  expect(saved.suggestedFilename()).toMatch(/^离线包-督查员一-\d+月\d+日\.xundian$/);
  const file = join(folder, 'carried.xundian');
  await saved.saveAs(file);
  expect((await heldOn(page)).outbox).toBe(2);

  await field.kill9();
  await rm(field.form.userDataDir, { recursive: true, force: true, maxRetries: 5 });
  await server.start();

  const desk = await launchTablet({ baseUrl: server.url, viewport: DESK });
  const office = await desk.page('/login');
  await new LoginPage(office).signIn('supervisor', server.password);
  await office.getByRole('navigation', { name: '主导航' }).waitFor();
  await office.goto(`${server.url}/sync`);
  const rescue = new RescuePage(office);
  await rescue.openFile(file, '记错了的口令记错了');
  await expect(rescue.dialog.locator('[data-code=passphrase-wrong]')).toBeVisible();
  await rescue.openFile(file, PASSPHRASE);
  await expect(rescue.dialog.getByText('2 条，照片 1 张')).toBeVisible();
  await expect(rescue.dialog.getByText('督查员一')).toBeVisible();
  await rescue.import();
  await expect(rescue.dialog.getByText('2 条 = 新入账 2 + 早已入账 0 + 未被接受 0')).toBeVisible();
  await expect(rescue.dialog.getByText('1 张 = 新到 1 + 早已在 0 + 未收 0')).toBeVisible();
  await rescue.dialog.getByRole('button', { name: '完成' }).click();

  await rescue.openFile(file, PASSPHRASE);
  await rescue.import();
  await expect(rescue.dialog.getByText('2 条 = 新入账 0 + 早已入账 2 + 未被接受 0')).toBeVisible();
  expect((await heldOn(office)).outbox).toBe(0);

  const client = await OfficeClient.signIn(server.url, 'supervisor', server.password);
  const pages = await client.pullAll();
  const findings = pages.flatMap((puts) => puts.finding ?? []);
  expect(findings.map(({ text, byName }) => [text, byName])).toEqual([
    ['护栏缺失，随离线包交回', '督查员一'],
  ]);
  expect(pages.flatMap((puts) => puts.inspection ?? [])).toHaveLength(1);
  expect(pages.flatMap((puts) => puts.photo ?? [])).toMatchObject([{ sha256, arrived: true }]);
  const answer = await fetch(`${server.url}/api/photos/file/${sha256}`, {
    headers: { cookie: client.cookie },
  });
  expect(OfficeClient.hash(new Uint8Array(await answer.arrayBuffer()))).toBe(sha256);
});

/** Whether the office's key for this store's seal is here. */
function sealedOn(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await settled(indexedDB.open('keyval-store'));
    const rows: unknown[] = await settled(db.transaction('keyval').objectStore('keyval').getAll());
    db.close();
    return JSON.stringify(rows).includes('"sealKey":"');
  });
}

test('a tablet whose storage was cleared says what is gone, once, and the office sees it', async ({
  launchServer,
  launchTablet,
  stage,
}) => {
  const folder = await stage.folder('rescue');
  const server = await launchServer();
  const field = await launchTablet({ baseUrl: server.url });
  const online = await signInInspector(field, server);
  await expect.poll(() => sealedOn(online)).toBe(true);
  // Deeds arrive, the photo does not: the office's last word of this tablet is of an unsent photo.
  await field.context.route('**/api/photos', (route) => route.abort());
  const page = await recordProblem(field, folder, '路灯不亮');
  await expect.poll(async () => (await heldOn(page)).outbox, { timeout: 30_000 }).toBe(0);
  const supervisor = await OfficeClient.signIn(server.url, 'supervisor', server.password);
  const devices = async () => {
    const answer = await fetch(`${server.url}/api/devices`, {
      headers: { cookie: supervisor.cookie },
    });
    return JSON.stringify(await answer.json());
  };
  await page.goto(`${server.url}/sync`);
  await page.getByRole('button', { name: '立即同步' }).click();
  await expect.poll(devices).toContain('"unsentPhotos":1');

  for (const open of field.context.pages()) await open.close();
  const blank = await field.context.newPage();
  const session = await field.context.newCDPSession(blank);
  await session.send('Storage.clearDataForOrigin', {
    origin: server.url,
    storageTypes: 'indexeddb,local_storage,cache_storage,service_workers',
  });
  await blank.close();

  const again = await signInInspector(field, server);
  const said = again.getByRole('alert').filter({ hasText: '本机数据已不在' });
  await expect(said).toContainText('照片 1 张没有上传');
  await said.getByRole('button', { name: '知道了' }).click();
  await expect(said).toBeHidden();
  await again.reload();
  await expect(new TodayPage(again).points.first()).toBeVisible();
  await expect(again.getByRole('link', { name: /全部入账/ })).toBeVisible();
  await expect(said).toBeHidden();

  const desk = await launchTablet({ baseUrl: server.url, viewport: DESK });
  const office = await desk.page('/login');
  await new LoginPage(office).signIn('supervisor', server.password);
  await office.getByRole('navigation', { name: '主导航' }).waitFor();
  await office.goto(`${server.url}/devices`);
  await expect(office.getByText('数据已丢失（照片 1 张）')).toBeVisible();
});
