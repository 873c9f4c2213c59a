/** 送达: signed, refused and by post, all of it without a network; the office has it once the line is back. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { NoticeRow } from '../../src/protocol/rows/index.ts';
import { OfficeClient } from '../support/office-client.ts';
import { DeliverPage } from './pages/deliver-page.ts';
import { IssuePage } from './pages/issue-page.ts';
import { LoginPage } from './pages/login-page.ts';
import { NoticePage } from './pages/notice-page.ts';
import { problemFormOn } from './pages/problem-form.ts';
import { follow } from './support/follow.ts';
import { takePhoto } from './support/photo-maker.ts';
import { signInInspector } from './support/signed-in.ts';
import { expect, test } from './support/test.ts';

const UNIT = '榆阳区';

/** Records a problem and issues a notice with it alone; answers the notice's id. */
async function issueOne(page: Page, origin: string, text: string): Promise<string> {
  await page.goto(`${origin}/points/YL-0009`);
  await page.getByRole('button', { name: '登记问题' }).click();
  const form = await problemFormOn(page);
  await form.write(text);
  await form.chooseUnit(UNIT);
  await form.save();
  await page.goto(`${origin}/notices/issue`);
  return new IssuePage(page).issue();
}

const facts = (page: Page) => page.getByRole('region', { name: '送达' });
const STROKES = [
  [
    [0.2, 0.3],
    [0.4, 0.3],
    [0.3, 0.7],
  ],
  [
    [0.6, 0.2],
    [0.7, 0.8],
  ],
] as const;

test('a notice is signed for, refused or posted offline, kept over a reload, and the office has it all after the sync', async ({
  launchServer,
  stage,
  launchTablet,
}) => {
  const server = await launchServer();
  const line = await stage.openLine(server);
  const tablet = await launchTablet({ baseUrl: line.url });
  const page = await signInInspector(tablet, server);
  const folder = await mkdtemp(join(tmpdir(), 'receipt-'));
  const receipt = join(folder, 'receipt.jpg');
  await takePhoto(page, receipt, 7);
  const deliver = new DeliverPage(page);
  await expect(page.getByText('全部入账').first()).toBeVisible();
  line.cut();

  let signedId = '';
  await test.step('the receiver signs by mouse; half-way the page is loaded anew, and nothing is gone', async () => {
    signedId = await issueOne(page, line.url, '井盖缺失，没有围挡');
    await expect(facts(page)).toContainText('未送达');
    await page.getByRole('button', { name: '送达', exact: true }).click();
    await page.getByRole('button', { name: '存下送达' }).click();
    await expect(page.getByRole('alert')).toContainText('收件人的姓名');
    await deliver.fill('收件人姓名', '收件人一');
    await deliver.fill('职务', '办公室主任');
    await expect(page.getByText(/^本人代表 榆阳区.*收到《/)).toBeVisible();
    await deliver.sign('收件人', STROKES);
    await expect(deliver.board('收件人')).toHaveAccessibleName(/已签名/);
    await page.reload();
    await expect(page.getByLabel('收件人姓名')).toHaveValue('收件人一');
    await expect(deliver.board('收件人')).toHaveAccessibleName(/已签名/);
    // One stroke too many is taken back.
    await deliver.sign('收件人', [
      [
        [0.1, 0.9],
        [0.9, 0.9],
      ],
    ]);
    await page.getByRole('button', { name: '收件人签名：撤销一笔' }).click();
    await deliver.save();
    await expect(facts(page)).toContainText('已送达');
    await expect(facts(page)).toContainText('收件人一（办公室主任）');
    await page.reload();
    await expect(page.getByRole('img', { name: '收件人 收件人一 的签名' })).toBeVisible();
    await expect(page.getByRole('button', { name: '送达', exact: true })).toHaveCount(0);
  });

  await test.step('the 送达回证 is filled from it', async () => {
    await page.getByRole('button', { name: '送达回证', exact: true }).click();
    const paper = page.getByRole('article', { name: /^送达回证/ });
    await expect(paper).toContainText('√直接送达');
    await expect(paper).toContainText('收件人一（办公室主任）');
  });

  let refusedId = '';
  await test.step('another is refused before a witness', async () => {
    refusedId = await issueOne(page, line.url, '人行道地砖破损');
    await page.getByRole('button', { name: '送达', exact: true }).click();
    await deliver.choose('拒收');
    await page.getByRole('button', { name: '负责人不在，无人签收' }).click();
    await deliver.fill('见证人姓名', '见证人一');
    await page.getByRole('button', { name: '见证人签名（可不签）' }).click();
    await deliver.sign('见证人', STROKES);
    await deliver.save();
    await expect(facts(page)).toContainText('拒收留置');
    await expect(facts(page)).toContainText('负责人不在，无人签收');
  });

  let postedId = '';
  await test.step('a third goes by post, with a photo of the receipt', async () => {
    postedId = await issueOne(page, line.url, '垃圾桶满溢');
    await page.getByRole('button', { name: '送达', exact: true }).click();
    await deliver.choose('其他方式');
    await page.getByRole('button', { name: '邮寄', exact: true }).click();
    await deliver.fill('收件人姓名', '收发室');
    await deliver.addPhoto(receipt);
    await page.reload();
    await expect(page.getByRole('button', { name: '放大回证照片 1' })).toBeVisible();
    await deliver.save();
    await expect(facts(page)).toContainText('邮寄送达');
    await page.goto(`${line.url}/notices`);
    const rows = page.getByRole('button').filter({ hasText: '号' });
    await expect(rows.filter({ hasText: '拒收留置' })).toHaveCount(1);
    await expect(rows.filter({ hasText: '已送达' })).toHaveCount(2);
  });

  await test.step('the line is back: the office has the vectors, the witness and the photo', async () => {
    line.mend();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect(page.getByText('全部入账').first()).toBeVisible({ timeout: 60_000 });
    const client = await OfficeClient.signIn(server.url, 'inspector1', server.password);
    const puts = await client.pullAll();
    const notices = puts.flatMap(({ notice = [] }) => notice);
    const how = (id: string) => notices.find((one: NoticeRow) => one.id === id)?.delivery?.how;
    const signed = how(signedId);
    expect(signed).toMatchObject({ kind: 'signed', receiver: '收件人一', duty: '办公室主任' });
    const strokes = signed?.kind === 'signed' ? signed.signature.strokes : [];
    expect(strokes).toHaveLength(2);
    expect(strokes.every((stroke) => stroke.length >= 4)).toBe(true);
    expect(how(refusedId)).toMatchObject({ kind: 'refused', witness: '见证人一' });
    expect(how(postedId)).toMatchObject({ kind: 'otherwise', way: 'post' });
    const photos = puts.flatMap(({ photo = [] }) => photo);
    expect(photos.filter(({ noticeId }) => noticeId === postedId)).toMatchObject([
      { arrived: true, findingId: '' },
    ]);
    const states = puts.flatMap(({ finding = [] }) => finding).map((one) => one.state);
    expect(states.toSorted()).toEqual(['acknowledged', 'acknowledged', 'assigned']);
  });

  await test.step('the supervisor corrects who signed: both entries are on record', async () => {
    const desk = await launchTablet({ baseUrl: server.url });
    const office = await desk.page('/login');
    await new LoginPage(office).signIn('supervisor', server.password);
    await office.waitForURL('**/findings');
    await expect(office.getByText('全部入账').first()).toBeVisible();
    await follow(office, `/notices/${signedId}`);
    await office.getByRole('button', { name: '更正送达' }).click();
    const correcting = new DeliverPage(office);
    await correcting.fill('收件人姓名', '收件人二');
    await correcting.fill('更正的理由', '姓名写错');
    await correcting.save();
    await expect(facts(office)).toContainText('收件人二（办公室主任）');
    await expect(facts(office)).toContainText('姓名写错');
    await facts(office).getByText('更正前登记的 1 条').click();
    await expect(facts(office)).toContainText('收件人一（办公室主任）签收');

    await test.step('voided, it can be issued anew in its place', async () => {
      const notice = new NoticePage(office);
      const number = await notice.number();
      await office.getByRole('button', { name: '作废', exact: true }).click();
      await expect(office.getByRole('dialog')).toContainText('要收回纸质件');
      await office.keyboard.press('Escape');
      await notice.void('责任单位写错');
      await office.getByRole('button', { name: '作废告知书', exact: true }).click();
      await expect(office.getByRole('article', { name: '作废告知书' })).toContainText(
        '责任单位写错',
      );
      await office.getByRole('button', { name: '更正后重新开具' }).click();
      await expect(office.getByText(`替代已作废的 ${number}`)).toBeVisible();
      await new IssuePage(office).issue();
      await expect(office.getByText(`替代 ${number}（已作废）`)).toBeVisible();
      await office.getByRole('link', { name: number }).click();
      await expect(office.getByRole('note')).toContainText('已由');
    });
  });
});
