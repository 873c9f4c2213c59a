/** The main job, end to end: the day that a reader of the first issue would walk through by hand. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { FindingsPage } from './pages/findings-page.ts';
import { InspectionPage } from './pages/inspection-page.ts';
import { IssuePage } from './pages/issue-page.ts';
import { LoginPage } from './pages/login-page.ts';
import { NoticePage } from './pages/notice-page.ts';
import { PointPage } from './pages/point-page.ts';
import { TodayPage } from './pages/today-page.ts';
import { hashesOnPage, hashesOnTablet } from './support/hashes.ts';
import { takePhoto } from './support/photo-maker.ts';
import { DESK, type Tablet } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

const RUBBISH = '三号楼东侧垃圾桶满溢，周边散落垃圾';
const BICYCLES = '二单元楼道停放电动自行车两辆';
const UNIT = '榆阳区';

async function everythingArrived(page: Page): Promise<void> {
  await expect(page.getByText('全部入账').first()).toBeVisible({ timeout: 60_000 });
}

async function deskOf(tablet: Tablet, password: string): Promise<Page> {
  const page = await tablet.page('/');
  await new LoginPage(page).signIn('supervisor', password);
  await page.waitForURL('**/findings');
  return page;
}

test('what an inspector does offline arrives once, whatever is killed on the way', async ({
  stage,
  launchServer,
  launchTablet,
}) => {
  test.setTimeout(240_000);
  const server = await launchServer();
  const tablet = await launchTablet({ baseUrl: server.url });
  const photos = await stage.folder('photos');
  const [first, second] = [join(photos, 'first.jpg'), join(photos, 'second.jpg')];

  await test.step('sign in', async () => {
    const page = await tablet.page('/');
    await new LoginPage(page).signIn('inspector1', server.password);
    await page.waitForURL('**/today');
    await everythingArrived(page);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await takePhoto(page, first, 1);
    await takePhoto(page, second, 2);
  });

  await test.step('stop the server; close and reopen the browser', async () => {
    await server.stop();
    await tablet.close();
    await tablet.open();
  });

  let inspection = '';
  await test.step('inspect a point with two 不符合， a photo each', async () => {
    const page = await tablet.page('/today');
    const today = new TodayPage(page);
    await today.search('小区');
    await today.points.first().click();
    inspection = await new PointPage(page).startInspection();
    const checklist = new InspectionPage(page);
    for (const [nth, text, file] of [
      [2, RUBBISH, first],
      [4, BICYCLES, second],
    ] as const) {
      const form = await checklist.fail(nth);
      await form.write(text);
      await form.chooseUnit(UNIT);
      await form.addPhoto(file);
      await form.save();
    }
    await checklist.answerTheRest('符合');
    await checklist.finish();
    await expect(page.getByText('检查已完成').first()).toBeVisible();
  });

  let number = '';
  let noticePath = '';
  await test.step('issue a notice with its final number', async () => {
    const page = await tablet.page('/findings');
    await new FindingsPage(page).toIssue();
    const issue = new IssuePage(page);
    await issue.chooseUnit(UNIT);
    await expect(issue.problem(RUBBISH)).toBeChecked();
    await expect(issue.problem(BICYCLES)).toBeChecked();
    noticePath = `/notices/${await issue.issue()}`;
    number = await new NoticePage(page).number();
    expect(number).toMatch(/^榆文明督〔\d{4}〕\d+号$/);
  });

  const taken = await test.step('kill the browser and reopen: all there', async () => {
    await tablet.kill9();
    await tablet.open();
    const checklist = new InspectionPage(await tablet.page(`/inspections/${inspection}`));
    await expect(checklist.radio(2, '不符合')).toBeChecked();
    await expect(checklist.radio(4, '不符合')).toBeChecked();
    await expect(checklist.radio(1, '符合')).toBeChecked();
    const notice = new NoticePage(await tablet.page(noticePath));
    expect(await notice.number()).toBe(number);
    await expect(notice.problem(RUBBISH)).toBeVisible();
    await expect(notice.problem(BICYCLES)).toBeVisible();
    const hashes = await hashesOnTablet(notice.page);
    expect(hashes).toHaveLength(2);
    return hashes;
  });

  await test.step('start the server; kill it in the middle of pushes; start it again', async () => {
    for (const delay of [0, 6, 15]) {
      const page = await tablet.page('/sync');
      const pushed = page.waitForRequest((request) => request.url().endsWith('/api/sync'));
      await server.start();
      await page.getByRole('button', { name: '立即同步' }).click();
      await pushed;
      await new Promise((resolve) => setTimeout(resolve, delay));
      await server.kill9();
      await page.close();
    }
    await server.start();
    await everythingArrived(await tablet.page('/sync'));
  });

  await test.step('the supervisor sees both problems, the photos byte for byte, the notice', async () => {
    const desk = await launchTablet({ baseUrl: server.url, viewport: DESK });
    const page = await deskOf(desk, server.password);
    for (const text of [RUBBISH, BICYCLES]) {
      await expect(page.getByText(text)).toHaveCount(1);
    }
    const seen: string[] = [];
    for (const text of [RUBBISH, BICYCLES]) {
      await page.goto(`${server.url}/findings`);
      const link = await page.getByText(text).first();
      await link.click();
      await expect.poll(() => hashesOnPage(page)).toHaveLength(1);
      seen.push(...(await hashesOnPage(page)));
    }
    expect(seen.sort()).toEqual(taken);
    await page.goto(`${server.url}/notices`);
    await expect(page.getByText(number)).toHaveCount(1);
    await page.goto(server.url + noticePath);
    expect(await new NoticePage(page).number()).toBe(number);
  });
});
