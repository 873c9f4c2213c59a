/** The supervisor's 发文登记簿: read at the desk, a lost tablet's numbers taken back there, and taken away as a workbook. */
import readXlsxFile from 'read-excel-file/node';
import { seedOffice } from '../support/seed-office.ts';
import { LoginPage } from './pages/login-page.ts';
import { RegisterPage } from './pages/register-page.ts';
import { DESK } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

const REASON = '平板遗失，已登记';

test('the desk reads every number, takes a lost tablet’s back with a reason, and takes the register away', async ({
  stage,
  launchServer,
  launchTablet,
}) => {
  // Its numbers are counted: nobody else may draw any.
  const office = await launchServer();
  await seedOffice(office.url, office.password, []);
  const line = await stage.openLine(office);
  const table = await launchTablet({ baseUrl: line.url, viewport: DESK });
  const desk = await table.page('/');
  await new LoginPage(desk).signIn('supervisor', office.password);
  await desk.waitForURL('**/findings');
  await expect(desk.getByText('全部入账').first()).toBeVisible();
  const register = new RegisterPage(desk);
  const counted = async () => (await register.counts.textContent())?.match(/\d+/g)?.map(Number);

  await test.step('it is reached from the rail, its counts add up and every number has its whereabouts', async () => {
    await desk
      .getByRole('navigation', { name: '主导航' })
      .getByRole('link', { name: '发文登记簿' })
      .click();
    await expect(register.audit).toContainText('每一号都有着落');
    const [total, ...parts] = (await counted()) ?? [];
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
    await expect(register.lines('作废')).toContainText('责任单位有误，重新开具');
  });

  await test.step('what a lost tablet holds is taken back on record', async () => {
    const before = await register.lines('在租').count();
    await register.recall('督查员一', REASON);
    await expect(register.lines('收回').first()).toContainText(`${REASON}（督查负责人收回）`);
    const taken = await register.lines('收回').count();
    expect(await register.lines('在租').count()).toBe(before - taken);
    await expect(register.audit).toContainText('每一号都有着落');
  });

  await test.step('the filter shows one state alone', async () => {
    await register.only('voided');
    await expect(desk.getByRole('row')).toHaveCount(2);
    await register.only('');
  });

  await test.step('the workbook holds the same lines', async () => {
    const [total] = (await counted()) ?? [];
    const saved = desk.waitForEvent('download');
    await desk.getByRole('button', { name: '导出表格' }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(/^发文登记簿-\d{4}\.xlsx$/);
    const [sheet] = await readXlsxFile(await file.path());
    expect(sheet?.data).toHaveLength((total ?? 0) + 1);
    expect(sheet?.data.some((row) => String(row[2]).startsWith(REASON))).toBe(true);
  });

  await test.step('a number that was used leads to its notice', async () => {
    await register.lines('已用').first().getByRole('link').click();
    await desk.waitForURL('**/notices/*');
  });

  await test.step('without a network it says that it cannot be read', async () => {
    line.cut();
    await desk.goBack();
    await expect(desk.getByText('登记簿在服务器上，要联网才能查看')).toBeVisible();
  });
});
