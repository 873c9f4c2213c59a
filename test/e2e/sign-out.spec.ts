/** Leaving a tablet with work on it that the office has not got: it stays, for its author alone. */
import type { Page } from '@playwright/test';
import { OfficeClient } from '../support/office-client.ts';
import { AccountSheet } from './pages/account-sheet.ts';
import { InspectionPage } from './pages/inspection-page.ts';
import { LoginPage } from './pages/login-page.ts';
import { PointPage } from './pages/point-page.ts';
import { TodayPage } from './pages/today-page.ts';
import { heldOn, rowsOn } from './support/local-store.ts';
import { signInInspector } from './support/signed-in.ts';
import { expect, test } from './support/test.ts';

const VERSION_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

async function signIn(page: Page, account: string, password: string): Promise<TodayPage> {
  await new LoginPage(page).signIn(account, password);
  await page.waitForURL('**/today');
  const today = new TodayPage(page);
  await today.points.first().waitFor();
  return today;
}

test('work that has not been sent stays on the tablet after a sign-out, unseen by anybody else', async ({
  stage,
  office,
  launchTablet,
}) => {
  const line = await stage.openLine(office);
  const tablet = await launchTablet({ baseUrl: line.url });
  const page = await signInInspector(tablet, office);
  await page.goto(`${line.url}/points/YL-0008`);
  await page.getByRole('button', { name: '开始检查' }).waitFor();
  const [cookie] = await tablet.context.cookies(line.url);
  let inspectionId = '';

  await test.step('one signs out offline, and is told how much stays', async () => {
    line.cut();
    inspectionId = await new PointPage(page).startInspection();
    await new InspectionPage(page).answer(1, '符合');
    await new InspectionPage(page).answer(2, '基本符合');
    // Whatever a person makes has its identity from the tablet, in the order of its making.
    const ids = (await rowsOn(page, 'inspection')).map(({ id }) => id);
    expect(ids).toContain(inspectionId);
    expect(inspectionId).toMatch(VERSION_7);
    await page.goto(`${line.url}/today`);
    await new TodayPage(page).search('第一个人找的点位');
    await page.reload();
    await expect(new TodayPage(page).searchField).toHaveValue('第一个人找的点位');
    const account = new AccountSheet(page);
    await account.open('督查员一');
    await expect(account.sheet).toContainText('还有 3 条没有入账');
    await expect(account.sheet).toContainText('退出后都留在这台平板上，不会丢');
    await account.signOut();
    await expect(page.getByText('还有 3 条没有上传，都在本机')).toBeVisible();
    expect((await heldOn(page)).outbox).toBe(3);
  });

  await test.step('another person on the same tablet sees none of it, and sends none of it', async () => {
    line.mend();
    const today = await signIn(page, 'inspector2', office.password);
    expect(await today.count('进行中')).toBe(0);
    // Not even what the first one was looking for.
    await expect(today.searchField).toHaveValue('');
    await page.goto(`${line.url}/sync`);
    await expect(page.getByText('本机还没有做过要上传的内容。')).toBeVisible();
    await expect(page.getByText('全部入账').first()).toBeVisible();
    expect((await heldOn(page)).outbox).toBe(3);
    // The first one's sign-in ended as soon as the office could be told.
    const answer = await fetch(`${office.url}/api/session`, {
      headers: { cookie: `${cookie?.name}=${cookie?.value}` },
    });
    expect(answer.status).toBe(401);
    const account = new AccountSheet(page);
    await account.open('督查员二');
    await expect(account.sheet).toContainText('本机内容已全部入账');
    await account.signOut();
  });

  await test.step('the same person signs in again: all of it is there, and goes', async () => {
    const today = await signIn(page, 'inspector1', office.password);
    await expect.poll(() => today.count('进行中')).toBeGreaterThan(0);
    await expect.poll(async () => (await heldOn(page)).outbox, { timeout: 60_000 }).toBe(0);
    expect((await heldOn(page)).refused).toBe(0);
    const supervisor = await OfficeClient.signIn(office.url, 'supervisor', office.password);
    const rows = (await supervisor.pullAll()).flatMap((puts) => puts.inspection ?? []);
    const own = rows.filter(({ id }) => id === inspectionId);
    expect(own.map(({ byName, answers }) => [byName, Object.keys(answers).length])).toEqual([
      ['督查员一', 2],
    ]);
  });
});
