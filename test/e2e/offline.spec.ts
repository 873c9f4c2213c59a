/** Offline for real: the server is stopped, the browser has been closed, and everything is there. */
import type { Page } from '@playwright/test';
import { OfficeClient } from '../support/office-client.ts';
import { InspectionPage } from './pages/inspection-page.ts';
import { LoginPage } from './pages/login-page.ts';
import { PointPage } from './pages/point-page.ts';
import { TodayPage } from './pages/today-page.ts';
import { heldOn } from './support/local-store.ts';
import { signInInspector } from './support/signed-in.ts';
import type { Tablet } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

async function firstPoint(page: Page): Promise<string> {
  const address = await new TodayPage(page).points.first().getAttribute('href');
  return address?.split('/').at(-1) ?? '';
}

test('after a cold start with the server stopped, any address opens with its data', async ({
  launchServer,
  launchTablet,
}) => {
  const server = await launchServer();
  const tablet = await launchTablet({ baseUrl: server.url });
  const online = await signInInspector(tablet, server);
  const mine = await new TodayPage(online).count('全部');
  expect(mine).toBeGreaterThan(100);
  const code = await firstPoint(online);

  await server.stop();
  await tablet.close();
  await tablet.open();

  const point = await tablet.page(`/points/${code}`);
  await expect(point.getByRole('button', { name: '开始检查' })).toBeVisible();
  const inspectionId = await new PointPage(point).startInspection();
  const checklist = new InspectionPage(point);
  await checklist.answer(1, '符合');

  const today = await tablet.page('/today');
  const list = new TodayPage(today);
  await expect.poll(() => list.count('全部')).toBe(mine);
  await list.search(code);
  await expect(list.points.first()).toBeVisible();

  for (const path of ['/map', '/findings', '/notices', '/sync', `/inspections/${inspectionId}`]) {
    const page = await tablet.page(path);
    await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.close();
  }
});

/** A checklist with two answers, given on a tablet whose office has just stopped. */
async function answerTwo(tablet: Tablet, code: string): Promise<string> {
  const page = await tablet.page(`/points/${code}`);
  const inspectionId = await new PointPage(page).startInspection();
  const checklist = new InspectionPage(page);
  await checklist.answer(1, '符合');
  await checklist.answer(2, '基本符合');
  return inspectionId;
}

const FIRST_THREE = ['符合', '基本符合', null];

test('what was answered offline stands after a kill, and arrives once when the server is back', async ({
  launchServer,
  launchTablet,
}) => {
  const server = await launchServer();
  const tablet = await launchTablet({ baseUrl: server.url });
  const code = await firstPoint(await signInInspector(tablet, server));
  await server.stop();
  await tablet.close();
  await tablet.open();

  const inspectionId = await answerTwo(tablet, code);
  await tablet.kill9();
  await tablet.open();

  const again = await tablet.page(`/inspections/${inspectionId}`);
  const answers = async () => (await new InspectionPage(again).answers()).slice(0, 3);
  await expect.poll(answers).toEqual(FIRST_THREE);
  expect((await heldOn(again)).outbox).toBe(3);

  await server.start();
  await expect.poll(async () => (await heldOn(again)).outbox, { timeout: 60_000 }).toBe(0);
  expect((await heldOn(again)).refused).toBe(0);
  expect(await answers()).toEqual(FIRST_THREE);

  const office = await OfficeClient.signIn(server.url, 'supervisor', server.password);
  const inspections = (await office.pullAll()).flatMap((puts) => puts.inspection ?? []);
  expect(inspections.map((row) => [row.id, Object.keys(row.answers).length])).toEqual([
    [inspectionId, 2],
  ]);
});

test('a sign-in that has run out stops the upload, not the work, and signing in again sends it', async ({
  launchServer,
  launchTablet,
}) => {
  const server = await launchServer();
  const tablet = await launchTablet({ baseUrl: server.url });
  const online = await signInInspector(tablet, server);
  const code = await firstPoint(online);
  await online.close();
  await tablet.context.clearCookies();

  await answerTwo(tablet, code);
  const page = await tablet.page('/sync');
  await page.getByRole('button', { name: '重新登录' }).click();
  expect((await heldOn(page)).outbox).toBe(3);
  await new LoginPage(page).signIn('inspector1', server.password);
  await expect.poll(async () => (await heldOn(page)).outbox, { timeout: 60_000 }).toBe(0);
  expect((await heldOn(page)).refused).toBe(0);
});
