/**
 * 584 problems on 142 notices in real browsers: the year comes over HTTP, its last steps are
 * done by hand at a desk, by a unit and by an inspector, and the ledger adds up before and after.
 */
import type { Page } from '@playwright/test';
import { ENDS, PROBLEMS, type Sum, sumOf } from '../server/year/fates.ts';
import { OfficeYear, PASSWORD, YearClock } from '../server/year/office-year.ts';
import { LedgerPage } from './pages/ledger-page.ts';
import { LoginPage } from './pages/login-page.ts';
import { ReviewPage } from './pages/review-page.ts';
import { signInInspector } from './support/signed-in.ts';
import { DESK, TABLET } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

test('a year of the office ends in a ledger that adds up, whatever is done to it by hand', async ({
  launchServer,
  launchTablet,
}) => {
  test.slow();
  const server = await launchServer();
  const year = new OfficeYear(server, new YearClock());
  await year.passes();
  const table = await launchTablet({ baseUrl: server.url, viewport: DESK });
  const desk = await table.page('/login');
  await new LoginPage(desk).signIn('supervisor', server.password);
  await desk.waitForURL('**/findings');
  const ledger = new LedgerPage(desk);
  const states = new Map(year.problems.map(({ id, fate }) => [id, ENDS[fate]]));
  const sum = () => sumOf([...states.values()]);
  const [accepted, sentBack] = year.with('replied').map(({ id }) => id);
  const [answered, shelved, voided] = year.with('unanswered');
  if (!accepted || !sentBack || !answered || !shelved || !voided) throw new Error('too few');

  await test.step('the desk counts all of them, and the sum is the sum', async () => {
    expect(await termsOf(ledger)).toEqual(sum());
    expect((await termsOf(ledger)).total).toBe(PROBLEMS);
  });

  await test.step('a unit finds its own problem of the year and answers it', async () => {
    const phone = await launchTablet({ baseUrl: server.url, viewport: TABLET });
    const page = await phone.page('/login');
    await new LoginPage(page).signIn(year.accountOf(answered.unitId), PASSWORD);
    await page.waitForURL('**/answer');
    await page.goto(`${server.url}/findings/${answered.id}/reply`);
    await page.getByLabel('整改情况').fill('护栏已补齐');
    await page.getByRole('button', { name: '提交反馈' }).click();
    await expect(page.getByText(/反馈已存在本机，回执号/)).toBeVisible();
    await inTheBooks(page);
    states.set(answered.id, 'replied');
  });

  await test.step('at the desk one answer is accepted, one sent back, one problem shelved, one voided', async () => {
    const review = new ReviewPage(desk);
    await desk.goto(`${server.url}/review?list=replied&id=${accepted}`);
    await review.problem.getByRole('heading').first().waitFor();
    await desk.keyboard.press('a');
    await expect(desk.getByText('已受理，列入待复查')).toBeVisible();
    await desk.goto(`${server.url}/review?list=replied&id=${sentBack}`);
    await review.problem.getByRole('heading').first().waitFor();
    await desk.keyboard.press('r');
    const back = desk.getByRole('dialog', { name: '退回整改' });
    await back.getByRole('button', { name: '照片与问题不是同一处' }).click();
    await back.getByRole('button', { name: '7 天' }).click();
    await back.getByRole('button', { name: '退回整改' }).click();
    await expect(back).toHaveCount(0);
    states.set(sentBack, 'returned');
    await desk.goto(`${server.url}/findings/${shelved.id}`);
    await review.more('挂账');
    const shelf = desk.getByRole('dialog', { name: '挂账' });
    await shelf.getByLabel('挂账的理由').fill('要立项改造');
    await shelf.getByRole('button', { name: '挂账' }).click();
    await expect(shelf).toHaveCount(0);
    states.set(shelved.id, 'shelved');
    await desk.goto(`${server.url}/findings/${voided.id}`);
    await review.more('作废');
    const end = desk.getByRole('dialog', { name: /作废/ });
    await end.getByRole('textbox').fill('现场核实不属实');
    await end.getByRole('button', { name: /作废/ }).click();
    await expect(end).toHaveCount(0);
    states.set(voided.id, 'voided');
    await inTheBooks(desk);
  });

  await test.step('an inspector rechecks the accepted one on the spot, and it is closed', async () => {
    const field = await launchTablet({ baseUrl: server.url, viewport: TABLET });
    await field.context.grantPermissions(['camera', 'geolocation'], { origin: server.url });
    const page = await signInInspector(field, server);
    await page.goto(`${server.url}/findings/${accepted}/recheck`);
    await page.getByRole('button', { name: /^通过/ }).click();
    await page.getByRole('button', { name: '通过，销号' }).click();
    await expect(page.getByText(/^复查已存在本机/)).toBeVisible();
    await inTheBooks(page);
    states.set(accepted, 'closed');
  });

  await test.step('the ledger has moved by exactly these, and adds up', async () => {
    await desk.goto(`${server.url}/findings`);
    await expect.poll(() => termsOf(ledger)).toEqual(sum());
    const { total, closed, active, shelved: on, handedOff, voided: void_ } = await termsOf(ledger);
    expect(closed + active + on + handedOff + void_).toBe(total);
    expect(await ledger.total()).toBe(PROBLEMS);
  });
});

/** The counts as they stand on the desk. */
async function termsOf(ledger: LedgerPage): Promise<Sum> {
  await ledger.answered();
  const number = async (name: string) =>
    Number(await ledger.term(name).locator('.t-number').textContent());
  const [total, recorded, active] = [
    await number('全部问题'),
    await number('已记录'),
    await number('在办'),
  ];
  return {
    total,
    closed: await number('已销号'),
    active: recorded + active,
    shelved: await number('挂账'),
    handedOff: await number('移交'),
    voided: await number('作废'),
  };
}

async function inTheBooks(page: Page): Promise<void> {
  await expect(page.getByText('全部入账').first()).toBeVisible();
}
