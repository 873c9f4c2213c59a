/** What the office's leaders decide online, and how it reaches a tablet. */
import type { Page } from '@playwright/test';
import { addDays, civilDateOf, sayDate } from '../../src/domain/civil.ts';
import { OfficeClient } from '../support/office-client.ts';
import { LoginPage } from './pages/login-page.ts';
import { OfficePage } from './pages/office-page.ts';
import { TodayPage } from './pages/today-page.ts';
import type { OfficeServer } from './support/office-server.ts';
import { signInInspector } from './support/signed-in.ts';
import type { Tablet } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

async function signInAt(tablet: Tablet, server: OfficeServer, account: string, path: string) {
  const page = await tablet.page('/login');
  await new LoginPage(page).signIn(account, server.password);
  await page.waitForURL((url) => url.pathname !== '/login');
  await page.goto(server.url + path);
  return page;
}

const nameOfRound = async (page: Page) =>
  (await page.getByRole('region', { name: /轮/ }).first().getAttribute('aria-label')) ?? '';

test('a round that is opened ahead begins on its day, groups change, and a round ends', async ({
  launchServer,
  launchTablet,
}) => {
  const server = await launchServer();
  const field = await launchTablet({ baseUrl: server.url });
  const tablet = await signInInspector(field, server);
  const desk = await launchTablet({ baseUrl: server.url });
  const office = new OfficePage(await signInAt(desk, server, 'admin', '/office'));
  await office.openRounds();
  const current = await nameOfRound(office.page);
  const today = new TodayPage(tablet);
  const own = await today.count('全部');

  const starts = addDays(civilDateOf(Date.now()), 20);
  await office.openRound('年底补查', starts, addDays(starts, 5));
  await expect(office.round('年底补查')).toContainText('未开始');
  await expect(office.round(current)).toContainText('进行中');

  await office.regroup(current, '第2督查组', ['督查员一']);
  await expect.poll(() => today.count('全部')).not.toBe(own);
  await expect(tablet.locator('main, header').getByText('第2督查组').first()).toBeVisible();
  await expect(tablet.getByText(current).first()).toBeVisible();

  await office.endRound(current);
  await expect(
    tablet.getByText(`“年底补查”还没有开始，${sayDate(starts)}起可以检查`),
  ).toBeVisible();
  await office.endRound('年底补查');
  await expect(tablet.getByText('现在没有进行中的督查轮次')).toBeVisible();
});

test('a supervisor takes back the numbers of a lost tablet, with a reason', async ({
  launchServer,
  launchTablet,
}) => {
  const server = await launchServer();
  const lost = await OfficeClient.signIn(server.url, 'inspector1', server.password);
  await lost.sync();
  const desk = await launchTablet({ baseUrl: server.url });
  const page = await signInAt(desk, server, 'supervisor', '/devices');
  const device = page.getByRole('listitem').filter({ hasText: '督查员一' });
  await expect(device).toContainText('10 个');
  await device.getByRole('button', { name: '收回' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('要重新签发');
  await dialog.getByRole('button', { name: '确认收回' }).click();
  await expect(dialog.getByText('请写明收回的理由')).toBeVisible();
  await dialog.getByLabel('收回理由').fill('平板遗失');

  await server.stop();
  await dialog.getByRole('button', { name: '确认收回' }).click();
  await expect(dialog.getByText('没有网络，连不上服务器')).toBeVisible();
  await server.start();
  await dialog.getByRole('button', { name: '确认收回' }).click();
  await expect(page.getByText('已收回 10 个文号')).toBeVisible();
  await expect(device).toContainText('0 个');
  await expect(device.getByRole('button', { name: '收回' })).toHaveCount(0);
});
