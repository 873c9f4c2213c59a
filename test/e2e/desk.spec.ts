/** The supervisor's desk while inspectors work: what they record arrives by itself, and a notice can be voided. */
import type { Page } from '@playwright/test';
import { FindingsPage } from './pages/findings-page.ts';
import { FINAL_NUMBER, IssuePage } from './pages/issue-page.ts';
import { LoginPage } from './pages/login-page.ts';
import { NoticePage } from './pages/notice-page.ts';
import { problemFormOn } from './pages/problem-form.ts';
import { follow } from './support/follow.ts';
import { useUpNumbers } from './support/local-store.ts';
import { signInInspector } from './support/signed-in.ts';
import { DESK } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

const TEXT = '人行道上堆放建筑垃圾约三立方米';
const REASON = '责任单位写错，重新开具';
const UNIT = '榆阳区';

/** A page that is loaded anew forgets its mark. */
const mark = (page: Page) => page.evaluate(() => Reflect.set(window, 'marked', true));
const isMarked = (page: Page) => page.evaluate(() => Reflect.get(window, 'marked') === true);

test('a problem arrives on the open desk, its notice gets a number at sync, and voided gives its problem back', async ({
  stage,
  office,
  launchTablet,
}) => {
  const line = await stage.openLine(office);
  const tablet = await launchTablet({ baseUrl: line.url });
  const field = await signInInspector(tablet, office);
  const table = await launchTablet({ baseUrl: office.url, viewport: DESK });
  const desk = await table.page('/');
  await new LoginPage(desk).signIn('supervisor', office.password);
  await desk.waitForURL('**/findings');
  await expect(desk.getByText('全部入账').first()).toBeVisible();
  await mark(desk);

  await test.step('recorded in the field, it stands on the open desk without a reload', async () => {
    await expect(desk.getByText(TEXT)).toHaveCount(0);
    await field.goto(`${line.url}/points/YL-0009`);
    await field.getByRole('button', { name: '登记问题' }).click();
    const form = await problemFormOn(field);
    await form.write(TEXT);
    await form.chooseUnit(UNIT);
    await form.save();
    await expect(desk.getByText(TEXT)).toHaveCount(1);
    expect(await isMarked(desk)).toBe(true);
  });

  let path = '';
  let number = '';
  await test.step('with no number left offline the notice reads 编号待定, and has one after the sync', async () => {
    await expect(field.getByText('全部入账').first()).toBeVisible();
    line.cut();
    await useUpNumbers(field);
    await field.goto(`${line.url}/findings`);
    await new FindingsPage(field).toIssue();
    const issue = new IssuePage(field);
    await issue.chooseUnit(UNIT);
    await expect(issue.problem(TEXT)).toBeChecked();
    path = `/notices/${await issue.issue()}`;
    await expect(field.getByRole('note')).toContainText('编号待定');
    await expect(field.getByText(FINAL_NUMBER)).toHaveCount(0);
    await mark(field);
    line.mend();
    await field.evaluate(() => window.dispatchEvent(new Event('online')));
    number = await new NoticePage(field).number();
    await expect(field.getByText('编号待定')).toHaveCount(0);
    expect(await isMarked(field)).toBe(true);
  });

  await test.step('the supervisor voids it: the number stays on record, the problem is 已记录 again', async () => {
    await follow(desk, path);
    const notice = new NoticePage(desk);
    expect(await notice.number()).toBe(number);
    await notice.void(REASON);
    await expect(desk.getByRole('note')).toContainText(REASON);
    expect(await notice.number()).toBe(number);
    await expect(notice.problem(TEXT)).toContainText('已记录');
    await follow(desk, '/notices');
    const entry = desk.getByRole('button').filter({ hasText: number });
    await expect(entry).toContainText('作废');
    expect(await isMarked(desk)).toBe(true);
  });

  await test.step('the inspector sees it, and may put the problem on another notice', async () => {
    await expect(field.getByRole('note')).toContainText(REASON);
    expect(await new NoticePage(field).number()).toBe(number);
    await follow(field, '/notices/issue');
    const issue = new IssuePage(field);
    await issue.chooseUnit(UNIT);
    await expect(issue.problem(TEXT)).toBeChecked();
  });
});
