/** From an answer that arrives to 销号: the desk, the visit without a network, and all that may happen instead. */
import type { Page } from '@playwright/test';
import { addDays, civilDateOf, sayDate } from '../../src/domain/civil.ts';
import { type AnsweredOffice, seedAnswers } from '../support/seed-answers.ts';
import { LoginPage } from './pages/login-page.ts';
import { ReviewPage } from './pages/review-page.ts';
import { hindrancesOn } from './support/judge.ts';
import type { OfficeServer } from './support/office-server.ts';
import { storedPhoto } from './support/photo-maker.ts';
import { signInInspector } from './support/signed-in.ts';
import { DESK, PHONE, type Tablet } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

async function answered(server: OfficeServer, tablet: Tablet): Promise<AnsweredOffice> {
  const easel = await tablet.context.newPage();
  const jpegs = [];
  for (const seed of [1, 2, 3]) jpegs.push(await storedPhoto(easel, seed));
  await easel.close();
  return seedAnswers(server.url, server.password, jpegs);
}

async function signInSupervisor(tablet: Tablet, server: OfficeServer): Promise<Page> {
  const page = await tablet.page('/login');
  await new LoginPage(page).signIn('supervisor', server.password);
  await page.getByText('全部入账').first().waitFor();
  return page;
}

const facts = (page: Page) => page.locator('.facts');

test('an answer arrives at the desk, is compared and accepted; the inspector rechecks it offline and it is closed', async ({
  launchServer,
  stage,
  launchTablet,
}) => {
  const server = await launchServer();
  const desk = await launchTablet({ baseUrl: server.url, viewport: DESK });
  const office = await answered(server, desk);
  const line = await stage.openLine(server);
  const field = await launchTablet({ baseUrl: line.url });
  await field.context.grantPermissions(['camera', 'geolocation'], { origin: line.url });
  const page = await signInSupervisor(desk, server);
  const review = new ReviewPage(page);

  await test.step('it stands in the list by itself, and beside the navigation', async () => {
    await page.getByRole('link', { name: /^审核/ }).click();
    await expect(review.tab('待审核')).toContainText('2');
    await expect(page.getByRole('link', { name: /^审核.*待处理 4$/ })).toBeVisible();
    await office.reply(office.extensionId, '立面已修补完毕');
    await expect(review.tab('待审核')).toContainText('3');
    // Answered, it needs no extension any longer.
    await expect(review.tab('延期待批')).toContainText('0');
  });

  await test.step('the border between before and after follows the keys and the finger', async () => {
    await review.choose('东侧垃圾桶满溢');
    await expect(review.problem).toContainText('与本问题的整改前照片是同一个文件');
    await expect(review.problem).toContainText('照片文件里没有拍摄时间');
    await fitsPhone(page);
    await page.keyboard.press('s');
    const border = page.getByRole('slider', { name: '整改前与整改后的分界' });
    await expect(border).toHaveAttribute('aria-valuenow', '50');
    await border.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('PageUp');
    await expect(border).toHaveAttribute('aria-valuenow', '58');
    const box = await page.locator('.compare-over').boundingBox();
    if (!box) throw new Error('nothing is compared');
    await page.mouse.click(box.x + box.width * 0.25, box.y + 40);
    await expect(border).toHaveAttribute('aria-valuenow', '25');
    await expect(border).toHaveAttribute('aria-valuetext', '左边 25% 是整改前');
    await unhindered(page);
  });

  await test.step('accepted by one key, it waits for a visit', async () => {
    await review.choose('公厕洗手台漏水');
    await page.keyboard.press('a');
    await expect(page.getByText('已受理，列入待复查')).toBeVisible();
    await expect(review.tab('待复查')).toContainText('3');
  });

  await test.step('the inspector finds it by distance, and shoots with the earlier photo laid over, offline', async () => {
    const tablet = await signInInspector(field, server);
    await tablet.getByRole('link', { name: /^待复查 3/ }).click();
    await tablet.getByRole('button', { name: '由近到远' }).click();
    await unhindered(tablet);
    const row = tablet.getByRole('link', { name: /公厕洗手台漏水/ });
    await expect(row).toContainText(/\d m|km/);
    await row.click();
    await expect(tablet.getByText(/^整改前 \d+月/)).toBeVisible();
    line.cut();
    const laid = tablet.locator('.ghost-laid');
    await expect(laid).toHaveCSS('opacity', '0.4');
    await tablet.getByRole('slider', { name: '旧照片的深浅' }).fill('70');
    await expect(laid).toHaveCSS('opacity', '0.7');
    await tablet.getByRole('button', { name: '叠加旧照片' }).click();
    await expect(laid).toHaveCount(0);
    await tablet.getByRole('button', { name: '拍下' }).click();
    await expect(tablet.getByRole('button', { name: '放大复查照片 1' })).toBeVisible();
    await tablet.getByRole('button', { name: '存下复查' }).click();
    await expect(tablet.getByRole('alert')).toContainText('请选复查结果');
    await tablet.getByRole('button', { name: /^不通过/ }).click();
    await unhindered(tablet);
    await tablet.getByRole('button', { name: /^通过/ }).click();
    await tablet.getByLabel('说明').fill('龙头已换，不再漏水');
    await tablet.reload();
    await expect(tablet.getByRole('button', { name: '放大复查照片 1' })).toBeVisible();
    await expect(tablet.getByLabel('说明')).toHaveValue('龙头已换，不再漏水');
    await tablet.getByRole('button', { name: '通过，销号' }).click();
    await expect(tablet.getByText(/^复查已存在本机/)).toBeVisible();
    await expect(facts(tablet)).toContainText('已销号');
    line.mend();
    await expect(tablet.getByText('全部入账').first()).toBeVisible();
  });

  await test.step('at the desk it is closed, with the photo of the visit', async () => {
    await expect(review.tab('待复查')).toContainText('2');
    await page.goto(`${server.url}/findings/${office.wordsId}`);
    await expect(facts(page)).toContainText('复查通过');
    const answers = page.getByRole('region', { name: '反馈与复查' });
    await expect(answers).toContainText('龙头已换，不再漏水');
    await expect(answers.getByRole('button', { name: /^放大第 1 张复查照片，已到/ })).toBeVisible();
  });
});

test('what does not go so: sent back, extended, shelved, merged, fixed on the spot; all of it said in the history', async ({
  launchServer,
  launchTablet,
}) => {
  const server = await launchServer();
  const desk = await launchTablet({ baseUrl: server.url, viewport: DESK });
  const office = await answered(server, desk);
  await desk.context.grantPermissions(['camera', 'geolocation'], { origin: server.url });
  const page = await signInSupervisor(desk, server);
  const review = new ReviewPage(page);
  const open = (path: string) => page.goto(`${server.url}${path}`);

  await test.step('sent back with a usual reason, it counts a rework', async () => {
    await open(`/review?list=replied&id=${office.repliedId}`);
    await review.problem.getByRole('heading', { name: '东侧垃圾桶满溢' }).waitFor();
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: '退回整改' });
    await dialog.getByRole('button', { name: '退回整改' }).click();
    await expect(dialog).toContainText('请写明退回的理由');
    await unhindered(page);
    await dialog.getByRole('button', { name: '照片与问题不是同一处' }).click();
    await dialog.getByRole('button', { name: '7 天' }).click();
    await dialog.getByRole('button', { name: '退回整改' }).click();
    await expect(review.tab('待审核')).toContainText('1');
    await open(`/findings/${office.repliedId}`);
    await expect(facts(page)).toContainText('退回 1 次');
    await expect(facts(page)).toContainText('退回整改');
  });

  await test.step('an extension is granted to an earlier day than asked', async () => {
    const day = addDays(civilDateOf(Date.now()), 5);
    await open('/review?list=extension');
    await page.getByRole('region', { name: '延期申请' }).waitFor();
    await page.keyboard.press('g');
    const dialog = page.getByRole('dialog', { name: '同意延期' });
    await expect(dialog.getByRole('list', { name: '期限逐日' })).toBeVisible();
    await unhindered(page);
    await dialog.getByLabel('延期至').fill(day);
    await dialog.getByLabel('答复').fill('材料到位即施工');
    await dialog.getByRole('button', { name: '同意延期' }).click();
    await expect(review.tab('延期待批')).toContainText('0');
    await open(`/findings/${office.extensionId}`);
    await expect(page.getByRole('region', { name: '反馈与复查' })).toContainText('材料到位即施工');
    await expect(facts(page)).toContainText(`${sayDate(day)}18时前`);
  });

  await test.step('what is on the shelf goes on when its day has come', async () => {
    await open('/review?list=shelf');
    await review.press('复核挂账');
    const dialog = page.getByRole('dialog', { name: '复核挂账' });
    await expect(dialog).toContainText('需要立项改造');
    await dialog.getByRole('button', { name: '恢复办理' }).first().click();
    await dialog.getByRole('button', { name: '恢复办理' }).last().click();
    await expect(review.tab('挂账到期复核')).toContainText('0');
  });

  await test.step('of two records of one thing, one stays; what cannot be done says why', async () => {
    const [twice, kept] = office.twiceIds;
    await open(`/findings/${twice}`);
    await review.press('更多');
    const sheet = page.getByRole('dialog', { name: '可以做的事' });
    await expect(sheet.getByRole('button', { name: /^受理待复查/ })).toBeDisabled();
    await expect(sheet).toContainText('还没有列入通知书，没有反馈');
    await unhindered(page);
    await sheet.getByRole('button', { name: /^合并重复/ }).click();
    const dialog = page.getByRole('dialog', { name: '合并重复' });
    await dialog.getByRole('button', { name: '并入所选问题' }).click();
    await expect(dialog.getByRole('alert')).toContainText('请先选');
    await dialog.getByRole('button', { name: /机动车道上一处井盖丢失/ }).click();
    await expect(dialog.getByRole('region', { name: '保留的问题' })).toContainText('井盖丢失');
    await unhindered(page);
    await dialog.getByRole('button', { name: '并入所选问题' }).click();
    await expect(facts(page)).toContainText('作废');
    await facts(page).getByRole('link', { name: '机动车道上一处井盖丢失' }).click();
    await page.waitForURL(`**/findings/${kept}`);
  });

  await test.step('the one that stays is put right before the inspectors’ eyes', async () => {
    await review.press('当场整改');
    await page.getByRole('button', { name: '存下，销号' }).click();
    await expect(page.getByRole('alert')).toContainText('请拍一张整改后的照片');
    await page.getByRole('button', { name: '拍下' }).click();
    await page.getByRole('button', { name: '放大整改后照片 1' }).waitFor();
    await page.getByRole('button', { name: '存下，销号' }).click();
    await expect(facts(page)).toContainText('当场整改');
    await expect(page.getByText('问题已销号，不再变动')).toBeVisible();
    await expect(page.getByText('全部入账').first()).toBeVisible();
  });
});

/** Of the page as it stands, in both themes; and whether a phone must be pushed sideways to read it. */
async function unhindered(page: Page): Promise<void> {
  expect(await hindrancesOn(page, 'light')).toEqual([]);
  expect(await hindrancesOn(page, 'dark')).toEqual([]);
}

async function fitsPhone(page: Page): Promise<void> {
  await page.setViewportSize(PHONE);
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('main, .pane-scroll')].some(
      (box) => box.scrollWidth > box.clientWidth + 1,
    ),
  );
  expect(wide).toBe(false);
  await page.setViewportSize(DESK);
}
