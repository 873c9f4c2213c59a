/** The supervisor's desk sends what is due: 催办, 督办单, 通报, and the month's prompts to every unit. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { LoginPage } from './pages/login-page.ts';
import { ShareDialog } from './pages/share-dialog.ts';
import { UrgePage } from './pages/urge-page.ts';
import { xundian } from './support/console.ts';
import { fontsHere } from './support/fonts-here.ts';
import { overdueEverywhere, sentBefore } from './support/owed-problems.ts';
import { DESK } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

const UNITS = 8;

test('the desk goes up the ladder and prompts every unit', async ({
  stage,
  launchServer,
  launchTablet,
}) => {
  test.setTimeout(180_000);
  const server = await launchServer();
  const owed = await overdueEverywhere(server, UNITS);
  const [, first, second, third] = owed;
  if (!first || !second || !third) throw new Error('the city has too few units');
  await sentBefore(server, ['urge'], second);
  await sentBefore(server, ['urge', 'supervise'], third);
  const desk = await launchTablet({ baseUrl: server.url, viewport: DESK });
  const page = await desk.page('/');
  await new LoginPage(page).signIn('supervisor', server.password);
  await page.waitForURL('**/findings');
  await fontsHere(page);
  const urge = new UrgePage(page);
  const out = await stage.folder('office');

  await test.step('what is overdue is urged, and the office makes the same file of it', async () => {
    await urge.open('超期');
    await urge.step(first.shortName, '催办函').click();
    await urge.issue('催办函');
    const number = await urge.number('榆文明督办');
    const share = new ShareDialog(page);
    await share.open();
    const { bytes } = await share.take('催办函', 'PDF');
    await xundian(server, 'render-notice', number, '--out', out);
    const made = await readFile(join(out, `${number} ${first.unitName}.pdf`));
    expect(made.equals(bytes)).toBe(true);
    await share.dialog.getByRole('button', { name: '关闭' }).click();
  });

  await test.step('it waits for an answer now; twice overdue asks for 督办单, then for 通报', async () => {
    await urge.open('超期');
    await expect(urge.line(first.text)).toContainText('等待反馈');
    await urge.open('二次超期');
    await expect(urge.line(second.text)).toContainText('建议督办单');
    await urge.step(second.shortName, '督办通知').click();
    await urge.issue('督办通知');
    await urge.number('榆文明督办');
    await urge.open('二次超期');
    await urge.step(third.shortName, '通报').click();
    await expect(page.getByText('督促情况')).toBeVisible();
    await urge.issue('通报');
    await urge.number('榆文明督办');
    await page.getByRole('link', { name: third.text }).click();
    await expect(page.getByText(/通报 榆文明督办〔\d+〕\d+号/)).toBeVisible();
  });

  await test.step('the month’s prompts are reviewed and issued together, each numbered', async () => {
    await urge.open('月度提示');
    await expect(urge.drafts).toHaveCount(UNITS);
    await urge.draft(first.shortName).getByRole('checkbox').uncheck();
    await urge.draft(second.shortName).getByRole('link').click();
    await page.getByLabel('结束语').fill('请每周五前报送一次进度');
    await expect(page.getByText('请每周五前报送一次进度。')).toBeAttached();
    await urge.issueMonth(UNITS - 1);
    await expect(urge.drafts).toHaveCount(1);
    await expect(page.getByText('全部入账').first()).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: `打包下载 ${UNITS - 1} 份` }).click();
    const dialog = page.getByRole('dialog', { name: '打包下载' });
    await dialog.getByRole('button', { name: `生成 ${UNITS - 1} 份` }).click();
    const save = dialog.getByRole('button', { name: '存到本机' });
    await save.waitFor({ timeout: 60_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
    const names = Object.keys(unzipSync(await readFile(await download.path())));
    expect(names).toHaveLength(UNITS - 1);
    expect(names.every((name) => /^榆文明提〔\d+〕\d+号 .+\.pdf$/.test(name))).toBe(true);
    await dialog.getByRole('button', { name: '关闭' }).click();
  });

  await test.step('a month that was issued is not offered again; the register has every number', async () => {
    await page.reload();
    await expect(urge.drafts).toHaveCount(1);
    await page.goto(`${server.url}/register`);
    const audit = page.getByRole('list', { name: '核对' });
    await expect(audit).toContainText(/榆文明提〔\d+〕1–\d+ 号，每一号都有着落/);
    await expect(audit).toContainText(/榆文明督办〔\d+〕1–6 号，每一号都有着落/);
  });

  await test.step('the unit finds what was sent to it beside its notices', async () => {
    const unit = await launchTablet({ baseUrl: server.url });
    const own = await unit.page('/');
    await new LoginPage(own).signIn('unit-u04', server.password);
    await own.getByRole('link', { name: '通知书', exact: true }).click();
    await own.waitForURL('**/notices');
    await own
      .getByRole('link', { name: /榆文明提〔\d+〕/ })
      .first()
      .click();
    await own.waitForURL('**/letters/*');
    await expect(own.getByRole('heading', { name: /月度提示函/ }).first()).toBeVisible();
    await expect(own.getByRole('button', { name: '作废' })).toHaveCount(0);
  });
});
