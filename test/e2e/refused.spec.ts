/** What the office did not take: every way out, by hand, and the office hears of it. */
import { seedOffice } from '../support/seed-office.ts';
import { LoginPage } from './pages/login-page.ts';
import { SyncPage } from './pages/sync-page.ts';
import { heldOn, readyForOffline } from './support/local-store.ts';
import type { OfficeServer } from './support/office-server.ts';
import { storedPhoto } from './support/photo-maker.ts';
import { signInInspector } from './support/signed-in.ts';
import { DESK, type Tablet } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

/** A tablet whose offline notice the office refuses, since another device was first with one of its problems. */
async function refusedNotice({ launchServer, launchTablet }: Launchers) {
  const server = await launchServer();
  const tablet = await launchTablet({ baseUrl: server.url });
  const blank = await tablet.context.newPage();
  const photos = [await storedPhoto(blank, 1), await storedPhoto(blank, 2)];
  const office = await seedOffice(server.url, server.password, photos);
  const offline = await signInInspector(tablet, server);
  await readyForOffline(offline);
  await server.stop();
  await offline.goto(`${server.url}/notices/issue?unit=${office.waiting.unitId}`);
  await offline.getByRole('checkbox').first().waitFor();
  await offline.getByRole('button', { name: '签发', exact: true }).click();
  await offline.waitForURL(/\/notices\/(?!issue)[^/?]+$/);
  // Not only the page: its worker would send the notice as soon as the server is back.
  await tablet.close();
  await server.start();
  const [first = ''] = office.waiting.findingIds;
  await office.issueElsewhere(first);
  await tablet.open();
  const page = await tablet.page('/sync');
  const sync = new SyncPage(page);
  await sync.refused(ISSUE).waitFor({ timeout: 60_000 });
  return { server, tablet, page, sync, first, unitId: office.waiting.unitId };
}

const ISSUE = /^签发通知书/;

interface Launchers {
  launchServer(): Promise<OfficeServer>;
  launchTablet(form: { baseUrl: string }): Promise<Tablet>;
}

test('a notice that was refused is retried, taken out and corrected; the tablet tells how it is', async ({
  launchServer,
  launchTablet,
}) => {
  const made = await refusedNotice({ launchServer, launchTablet });
  const { server, tablet, page, sync } = made;

  await test.step('said again as it was, it would be refused again, and says so at once', async () => {
    await sync.refused(ISSUE).getByRole('button', { name: '重试' }).click();
    await expect(sync.refused(ISSUE).getByRole('alert')).toContainText('现在重试也不会被接受');
    await expect(sync.refused(ISSUE)).toBeVisible();
  });

  await test.step('taken out, it is a page that the office can read', async () => {
    const file = await sync.save(sync.refused(ISSUE).getByRole('button', { name: '导出' }));
    expect(file.name).toMatch(/^未被接受-督查员一-第\d+条\.html$/);
    const reader = await tablet.context.newPage();
    await reader.setContent(file.text);
    await expect(reader.getByRole('heading', { name: ISSUE })).toBeVisible();
    await expect(reader.getByText('公益广告画面褪色、边角破损').first()).toBeVisible();
    await reader.close();
  });

  await test.step('corrected, it goes without the problem that is on another notice', async () => {
    await sync.refused(ISSUE).getByRole('button', { name: '修改后重交' }).click();
    await page.waitForURL('**/notices/issue');
    await expect(page.getByRole('checkbox')).toHaveCount(1);
    await page.getByRole('button', { name: '签发', exact: true }).click();
    await page.waitForURL(/\/notices\/(?!issue)[^/?]+$/);
    await page.goto(`${server.url}/sync`);
    await expect(page.getByText('已重交 1')).toBeVisible();
    await expect(sync.refused(ISSUE)).toHaveCount(0);
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
    for (const word of ['公益广告', '督查员', 'inspector1', made.unitId, made.first]) {
      expect(file.text).not.toContain(word);
    }
    await page.getByRole('dialog').getByRole('button', { name: '完成' }).click();
  });
});

test('what a person gives up stays on the list with its reason, and the office reads it', async ({
  launchServer,
  launchTablet,
}) => {
  const { server, page, sync } = await refusedNotice({ launchServer, launchTablet });
  await sync.giveUp(ISSUE, '已由另一台平板开具');
  await expect(sync.refused(ISSUE)).toHaveCount(0);
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
