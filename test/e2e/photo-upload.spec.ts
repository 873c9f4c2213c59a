/** Photos on their way in a real Chromium: only by Wi-Fi where the person chose so, and without a page. */
import { join } from 'node:path';
import { PointPage } from './pages/point-page.ts';
import { SyncPage } from './pages/sync-page.ts';
import { backgroundTurn } from './support/background-sync.ts';
import { heldOn } from './support/local-store.ts';
import { takePhoto } from './support/photo-maker.ts';
import { recordProblem } from './support/record-problem.ts';
import { signInInspector } from './support/signed-in.ts';
import { spoilPhotos } from './support/spoil-photos.ts';
import { expect, test } from './support/test.ts';
import { markPages } from './support/watched-line.ts';

/** A tablet on mobile data, as Chrome on Android would say it. */
function onMobileData(): void {
  const line = Object.assign(new EventTarget(), { type: 'cellular' });
  Object.defineProperty(Navigator.prototype, 'connection', { get: () => line });
}

/** The tablet comes into the office's Wi-Fi. */
function intoWifi(): void {
  const line: unknown = Reflect.get(navigator, 'connection');
  if (!(line instanceof EventTarget)) throw new Error('the line is not ours');
  Reflect.set(line, 'type', 'wifi');
  line.dispatchEvent(new Event('change'));
}

test('photos wait for Wi-Fi while the text goes, and go by themselves once it is there', async ({
  stage,
  office,
  launchTablet,
}) => {
  const tablet = await launchTablet({ baseUrl: office.url });
  await tablet.context.addInitScript(onMobileData);
  const page = await signInInspector(tablet, office);
  const file = join(await stage.folder('photos'), 'one.jpg');
  await takePhoto(page, file, 3);

  await page.goto(`${office.url}/sync`);
  const sync = new SyncPage(page);
  await expect(sync.wifiOnly).not.toBeChecked();
  const box = await sync.wifiOnly.locator('xpath=..').boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(48);
  await sync.wifiOnly.check();
  await expect(page.getByText('照片等到无线网再传')).toBeVisible();

  await recordProblem(page, file);
  await new PointPage(page).openFindings.first().click();
  await expect(page.getByText('照片未到（1/1）')).toBeVisible();
  const finding = page.url();
  await page.goto(`${office.url}/sync`);
  await expect(sync.wifiOnly).toBeChecked();
  await expect.poll(() => heldOn(page)).toMatchObject({ outbox: 0, photosWaiting: 1 });
  await expect(page.getByText('等待无线网')).toBeVisible();

  await page.evaluate(intoWifi);
  await expect.poll(async () => (await heldOn(page)).photosWaiting).toBe(0);
  await expect(page.getByText('等待无线网')).toHaveCount(0);
  await expect(page.getByText('照片等到无线网再传')).toHaveCount(0);
  await page.goto(finding);
  await expect(page.getByText('全部已到')).toBeVisible();
});

test('where the browser does not tell what the line is, nothing is offered', async ({
  office,
  launchTablet,
}) => {
  const tablet = await launchTablet({ baseUrl: office.url });
  const page = await signInInspector(tablet, office);
  await page.goto(`${office.url}/sync`);
  const sync = new SyncPage(page);
  await expect(sync.now).toBeVisible();
  await expect(sync.wifiOnly).toHaveCount(0);
});

test('a photo that a closed page has left behind is sent by the worker', async ({
  stage,
  office,
  launchTablet,
}) => {
  const line = await stage.openLine(office);
  const tablet = await launchTablet({ baseUrl: line.url });
  await markPages(tablet.context);
  const page = await signInInspector(tablet, office);
  const file = join(await stage.folder('photos'), 'one.jpg');
  await takePhoto(page, file, 4);
  line.cut();
  await recordProblem(page, file);
  expect(await heldOn(page)).toMatchObject({ outbox: 1, photosWaiting: 1 });
  // No program runs where a file is shown.
  await page.goto(`${line.url}/manifest.webmanifest`);
  line.mend();
  await backgroundTurn(page);
  await expect.poll(() => heldOn(page)).toMatchObject({ outbox: 0, photosWaiting: 0 });
  expect(line.calls.at(-1)?.byWorker).toBe(true);
});

test('a photo that has gone bad on the tablet says so, is taken out and given up, and nothing waits for it', async ({
  stage,
  office,
  launchTablet,
}) => {
  const line = await stage.openLine(office);
  const tablet = await launchTablet({ baseUrl: line.url });
  const page = await signInInspector(tablet, office);
  const file = join(await stage.folder('photos'), 'one.jpg');
  await takePhoto(page, file, 5);
  line.cut();
  await recordProblem(page, file);
  await page.evaluate(spoilPhotos);
  line.mend();

  await page.goto(`${line.url}/sync`);
  const sync = new SyncPage(page);
  await sync.syncNow();
  await expect(page.getByText('没有传成')).toBeVisible();
  await expect(page.getByText('照片内容与校验值不一致')).toBeVisible();
  expect(await heldOn(page)).toMatchObject({ outbox: 0, photosWaiting: 1 });

  const saved = await sync.save(page.getByRole('button', { name: '导出', exact: true }));
  expect(saved.name).toMatch(/^照片-.+\.jpg$/);

  await page.getByRole('button', { name: '放弃', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '确认放弃' }).click();
  await expect(dialog.getByText('请写明为什么放弃')).toBeVisible();
  await dialog.getByLabel('放弃的理由').fill('存储卡损坏');
  await dialog.getByRole('button', { name: '确认放弃' }).click();
  await expect(page.getByText('没有传成')).toHaveCount(0);
  await expect(page.getByRole('link', { name: /全部入账/ })).toBeVisible();

  await page.goto(`${line.url}/points/YL-0005`);
  await new PointPage(page).openFindings.first().click();
  await expect(page.getByText('放弃一张没有传到的照片：存储卡损坏')).toBeVisible();
  await expect(page.getByText('没有照片。')).toBeVisible();
});
