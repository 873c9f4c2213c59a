/** What the office did not take: every way out, by hand, and the office hears of it. */
import { seedOffice } from '../support/seed-office.ts';
import { LoginPage } from './pages/login-page.ts';
import { SyncPage } from './pages/sync-page.ts';
import { heldOn, readyForOffline } from './support/local-store.ts';
import { storedPhoto } from './support/photo-maker.ts';
import { signInInspector } from './support/signed-in.ts';
import { DESK } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

test('a notice that was refused is retried, taken out and corrected; the tablet tells how it is', async ({
  launchServer,
  launchTablet,
}) => {
  const server = await launchServer();
  const tablet = await launchTablet({ baseUrl: server.url });
  const blank = await tablet.context.newPage();
  const office = await seedOffice(server.url, server.password, [
    await storedPhoto(blank, 1),
    await storedPhoto(blank, 2),
  ]);
  const page = await signInInspector(tablet, server);
  await readyForOffline(page);
  const [first = ''] = office.waiting.findingIds;
  const issue = /^签发通知书/;
  const sync = new SyncPage(page);

  const refuseOne = async (findingId: string) => {
    await server.stop();
    await page.goto(`${server.url}/notices/issue?unit=${office.waiting.unitId}`);
    await page.getByRole('checkbox').first().waitFor();
    await page.getByRole('button', { name: '签发', exact: true }).click();
    await page.waitForURL(/\/notices\/(?!issue)[^/?]+$/);
    await page.goto('about:blank');
    await server.start();
    await office.issueElsewhere(findingId);
    await page.goto(`${server.url}/sync`);
    await sync.refused(issue).waitFor({ timeout: 60_000 });
  };

  await test.step('said again as it was, it would be refused again, and says so at once', async () => {
    await refuseOne(first);
    await sync.refused(issue).getByRole('button', { name: '重试' }).click();
    await expect(sync.refused(issue).getByRole('alert')).toContainText('现在重试也不会被接受');
    await expect(sync.refused(issue)).toBeVisible();
  });

  await test.step('taken out, it is a page that the office can read', async () => {
    const file = await sync.save(sync.refused(issue).getByRole('button', { name: '导出' }));
    expect(file.name).toMatch(/^未被接受-督查员一-第\d+条\.html$/);
    const reader = await tablet.context.newPage();
    await reader.setContent(file.text);
    await expect(reader.getByRole('heading', { name: issue })).toBeVisible();
    await expect(reader.getByText('公益广告画面褪色、边角破损').first()).toBeVisible();
    await reader.close();
  });

  await test.step('corrected, it goes without the problem that is on another notice', async () => {
    await sync.refused(issue).getByRole('button', { name: '修改后重交' }).click();
    await page.waitForURL('**/notices/issue');
    await expect(page.getByRole('checkbox')).toHaveCount(1);
    await page.getByRole('button', { name: '签发', exact: true }).click();
    await page.waitForURL(/\/notices\/(?!issue)[^/?]+$/);
    await page.goto(`${server.url}/sync`);
    await expect(page.getByText('已重交 1')).toBeVisible();
    await expect(sync.refused(issue)).toHaveCount(0);
    await expect.poll(async () => (await heldOn(page)).outbox, { timeout: 30_000 }).toBe(0);
    await expect(page.getByRole('link', { name: /全部入账/ })).toBeVisible();
  });

  await test.step('the tablet tells how it is, in one tap, and says nothing of the work', async () => {
    const file = await sync.save(page.getByRole('button', { name: '诊断包' }));
    expect(file.name).toMatch(/^诊断包-.*\.json$/);
    const told = JSON.parse(file.text);
    expect(told).toMatchObject({
      kind: 'xundian-diagnostics',
      states: { refused: { 'notice.issue finding-already-noticed redone': 1 } },
    });
    expect(told.events.length).toBeGreaterThan(3);
    for (const word of ['公益广告', '督查员', 'inspector1', office.waiting.unitId, first]) {
      expect(file.text).not.toContain(word);
    }
    await page.getByRole('dialog').getByRole('button', { name: '完成' }).click();
  });
});

test('what a person gives up stays on the list with its reason, and the office reads it', async ({
  launchServer,
  launchTablet,
}) => {
  const server = await launchServer();
  const tablet = await launchTablet({ baseUrl: server.url });
  const blank = await tablet.context.newPage();
  const office = await seedOffice(server.url, server.password, [
    await storedPhoto(blank, 1),
    await storedPhoto(blank, 2),
  ]);
  const page = await signInInspector(tablet, server);
  await readyForOffline(page);
  await server.stop();
  await page.goto(`${server.url}/notices/issue?unit=${office.waiting.unitId}`);
  await page.getByRole('checkbox').first().waitFor();
  await page.getByRole('button', { name: '签发', exact: true }).click();
  await page.waitForURL(/\/notices\/(?!issue)[^/?]+$/);
  await page.goto('about:blank');
  await server.start();
  await office.issueElsewhere(office.waiting.findingIds[0] ?? '');
  await page.goto(`${server.url}/sync`);
  const sync = new SyncPage(page);
  const issue = /^签发通知书/;
  await sync.refused(issue).waitFor({ timeout: 60_000 });
  await sync.giveUp(issue, '已由另一台平板开具');
  await expect(sync.refused(issue)).toHaveCount(0);
  await page.getByText('已放弃 1').click();
  await expect(page.getByText('理由：已由另一台平板开具')).toBeVisible();
  await expect.poll(async () => (await heldOn(page)).outbox, { timeout: 30_000 }).toBe(0);

  const desk = await launchTablet({ baseUrl: server.url, viewport: DESK });
  const lead = await desk.page('/login');
  await new LoginPage(lead).signIn('supervisor', server.password);
  await lead.getByRole('navigation', { name: '主导航' }).waitFor();
  await lead.goto(`${server.url}/devices`);
  await lead.getByText('已放弃 1 条').click();
  await expect(lead.getByText(/放弃，理由：已由另一台平板开具/)).toBeVisible();
});
