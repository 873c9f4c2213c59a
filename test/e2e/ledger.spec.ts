/** The supervisor's ledger, worked by the keyboard alone: found, sorted, opened, kept as a view, taken away. */
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { HEAD, ROW } from '../../src/client/screens/findings/visible-rows.ts';
import { LedgerPage } from './pages/ledger-page.ts';
import { LoginPage } from './pages/login-page.ts';
import { manyProblems } from './support/many-problems.ts';
import { DESK } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

const COUNT = 260;
const LAST = '最后登记的一处';

test('the ledger is worked by the keyboard alone, keeps its place while others record, and goes out as files', async ({
  stage,
  launchServer,
  launchTablet,
}) => {
  // What is counted is this test's own.
  const office = await launchServer();
  const field = await manyProblems(office.url, office.password, COUNT);
  const line = await stage.openLine(office);
  const table = await launchTablet({ baseUrl: line.url, viewport: DESK });
  const desk = await table.page('/');
  await new LoginPage(desk).signIn('supervisor', office.password);
  await desk.waitForURL('**/findings');
  const ledger = new LedgerPage(desk);
  const press = (key: string) => desk.keyboard.press(key);

  await test.step('all rows are counted, only those in sight are drawn', async () => {
    await expect(ledger.term('全部问题')).toContainText(String(COUNT));
    expect(await ledger.total()).toBe(COUNT);
    expect(await ledger.rows.count()).toBeLessThan(60);
  });

  await test.step('J K, pages, first and last: the focus goes along, the rows come', async () => {
    await press('j');
    await ledger.focusFollows();
    expect(await ledger.place()).toBe(2);
    await press('j');
    await press('k');
    expect(await ledger.place()).toBe(2);
    await press('End');
    await expect.poll(() => ledger.place()).toBe(COUNT + 1);
    await ledger.focusFollows();
    await press('PageUp');
    await expect.poll(() => ledger.place()).toBeLessThan(COUNT);
    await press('Home');
    await expect.poll(() => ledger.place()).toBe(2);
  });

  await test.step('Enter goes into the problem, Esc back to its row and out', async () => {
    await press('Enter');
    await expect(ledger.sheet.locator(':focus')).toHaveCount(1);
    await press('Escape');
    await expect(ledger.sheet).toHaveCount(0);
    await expect(ledger.rows.first().getByRole('button')).toBeFocused();
  });

  await test.step('/ searches, a head sorts both ways', async () => {
    await press('/');
    await desk.keyboard.type('第7处');
    await expect.poll(() => ledger.total()).toBe(1);
    await press('Escape');
    await desk.getByRole('button', { name: '清空搜索' }).press('Enter');
    await expect.poll(() => ledger.total()).toBe(COUNT);
    const head = desk.getByRole('columnheader', { name: '责任单位' });
    await head.getByRole('button').press('Enter');
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    await head.getByRole('button').press('Enter');
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    await ledger.answered();
    await expect(ledger.rows.first()).toContainText('市交警支队');
  });

  await test.step('what others record meanwhile moves nothing from under the eye', async () => {
    await desk
      .locator('.ledger-scroll')
      .evaluate((element, top) => element.scrollTo(0, top), 62 * ROW);
    await expect(ledger.rows.nth(20)).not.toContainText('正在从服务器取');
    // What is recorded may come to stand below the first row in sight as well as above it.
    const inSight = () =>
      desk.locator('.ledger-scroll').evaluate(
        (element, down) => {
          const { left, top } = element.getBoundingClientRect();
          const row = document.elementFromPoint(left + 300, top + down)?.closest('tr');
          return row?.textContent ?? '';
        },
        HEAD + ROW / 2,
      );
    await expect.poll(inSight).toContain('处');
    const before = await inSight();
    await field.record(LAST, 'U06');
    await expect(ledger.term('全部问题')).toContainText(String(COUNT + 1));
    expect(await inSight()).toBe(before);
  });

  await test.step('filter and order are kept as a view, and are there again after a reload', async () => {
    await ledger.term('在办').press('Enter');
    await desk.getByRole('button', { name: '保存视图' }).press('Enter');
    await desk.keyboard.type('交警在前的在办');
    await press('Enter');
    await expect(desk.getByText('已保存视图')).toBeVisible();
    await desk.getByRole('button', { name: '清除', exact: true }).press('Enter');
    await expect.poll(() => ledger.total()).toBe(COUNT + 1);
    await desk.reload();
    await desk.getByRole('combobox', { name: '视图' }).selectOption({ label: '交警在前的在办' });
    await expect(ledger.term('在办')).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('the counts by unit add up, and lead to its 对账单', async () => {
    await desk.getByRole('tab', { name: '按单位' }).click();
    const foot = desk.locator('.ledger-counts tfoot td');
    await expect(foot.first()).toHaveText(String(COUNT + 1));
    await desk.getByRole('link', { name: '市城管执法局对账单' }).press('Enter');
    const paper = desk.getByRole('article', { name: '对账单' });
    await expect(paper).toContainText('督查问题对账单');
    const sums = await paper.locator('.statement-sums td').allTextContents();
    const [opening = 0, assigned = 0, back = 0, ...rest] = sums.map(Number);
    const closing = rest.pop() ?? 0;
    expect(assigned).toBeGreaterThan(0);
    expect(opening + assigned + back - rest.reduce((sum, one) => sum + one, 0)).toBe(closing);
    await desk.goBack();
    await desk.getByRole('tab', { name: '明细' }).click();
  });

  await test.step('what is filtered goes out as a workbook and as a ZIP, with how far it has come', async () => {
    await ledger.term('在办').waitFor();
    const shown = await ledger.total();
    const take = async (format: string) => {
      await desk.getByRole('button', { name: '导出', exact: true }).press('Enter');
      await desk.getByRole('radio', { name: format }).check();
      const saved = desk.waitForEvent('download');
      await desk.getByRole('button', { name: /^导出 \d+ 条$/ }).press('Enter');
      const file = await saved;
      await expect(desk.getByText(`写完了，共 ${shown} 条`, { exact: false })).toBeVisible();
      await desk.getByRole('button', { name: '再导出一份' }).press('Enter');
      await press('Escape');
      return file;
    };
    const workbook = await take('Excel 表格');
    expect(workbook.suggestedFilename()).toMatch(/^问题台账-\d{4}-\d\d-\d\d\.xlsx$/);
    const [sheet] = await readXlsxFile(await workbook.path());
    expect(sheet?.data).toHaveLength(shown + 1);
    const zip = await take('表格连同照片');
    expect(Object.keys(unzipSync(await readFile(await zip.path())))).toContain('问题台账.xlsx');
  });

  await test.step('on a bad line what this device holds is there, until the office has answered', async () => {
    line.slowed.set('/api/ledger?', 5_000);
    await desk.reload();
    await expect(desk.getByText('服务器还没有答复（只显示本机内容）')).toBeVisible();
    await expect(ledger.term('全部问题')).toContainText(String(COUNT + 1));
    await expect(desk.getByText('全部轮次')).toBeVisible();
    await expect(desk.getByText('只显示本机内容')).toHaveCount(0);
    line.slowed.clear();
  });

  await test.step('without a network it says so and shows what this device holds', async () => {
    line.cut();
    await desk.reload();
    await expect(desk.getByText('离线，只显示本机内容')).toBeVisible();
    await expect(ledger.term('全部问题')).toContainText(String(COUNT + 1));
    line.mend();
  });
});
