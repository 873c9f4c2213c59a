/** A unit without an account, on a phone: from the paper's QR or a link to answers at the office, each once. */
import { readFile } from 'node:fs/promises';
import { uuidv7 } from 'uuidv7';
import { encodeSeal } from '../../src/protocol/seal-payload.ts';
import { rowsOf } from '../support/city-work.ts';
import { OfficeClient } from '../support/office-client.ts';
import { pdf } from '../support/reply-holder.ts';
import { payloadOf } from '../support/sealed-office.ts';
import { issueToUnit } from '../support/unit-notice.ts';
import { LoginPage } from './pages/login-page.ts';
import { ReplyPage } from './pages/reply-page.ts';
import { VerifyPage } from './pages/verify-page.ts';
import { asFromCamera, MAKER, POSITION } from './support/exif.ts';
import { hindrancesOn } from './support/judge.ts';
import { storedPhoto } from './support/photo-maker.ts';
import { DESK, PHONE } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

test('signed, answered by photo and file, more time asked for, the network lost on the way, and one answer each', async ({
  launchServer,
  launchTablet,
  stage,
}) => {
  const server = await launchServer();
  const line = await stage.openLine(server);
  const phone = await launchTablet({ baseUrl: line.url, viewport: PHONE });
  const easel = await phone.context.newPage();
  const jpegs = [await storedPhoto(easel, 1), await storedPhoto(easel, 2)];
  await easel.close();
  const notice = await issueToUnit(server, jpegs);
  const code = encodeSeal(payloadOf(notice));
  const [first = '', second = '', third = ''] = notice.findingIds;
  const page = await phone.context.newPage();
  await page.setViewportSize(PHONE);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const reply = new ReplyPage(page);
  const found: string[] = [];
  const judge = async (state: string) => {
    for (const theme of ['light', 'dark'] as const) {
      found.push(...(await hindrancesOn(page, theme)).map((one) => `${state} ${theme} ${one}`));
    }
  };

  await test.step('by the QR: the verify page leads on to it', async () => {
    await reply.open(`${line.url}/v#${code}`);
    expect(await new VerifyPage(page).verdict()).toBe('genuine');
    await page.getByRole('link', { name: '反馈整改' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('督查通知书');
    await expect(page.getByRole('timer')).toContainText('还剩');
    await expect(page.getByRole('article')).toHaveCount(3);
    const before = reply.problem('垃圾桶').card.getByRole('button', { name: /整改前照片/ });
    await before.scrollIntoViewIfNeeded();
    await expect(before.locator('img')).toBeVisible();
    const workers = () => navigator.serviceWorker.getRegistrations().then((all) => all.length);
    expect(await page.evaluate(workers)).toBe(0);
    expect(await phone.context.cookies()).toEqual([]);
    await judge('open');
  });

  await test.step('签收, with its receipt', async () => {
    await page.getByRole('button', { name: '签收', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('请填写签收人的姓名');
    await reply.sign('经办人甲');
    await expect(page.getByText('已签收').first()).toBeVisible();
    await expect(page.getByText(/回执号/).first()).toBeVisible();
    await expect(page.getByText(/经办人甲.*签收/)).toBeVisible();
    await judge('signed');
  });

  await test.step('an answer with a photo: small, without place and maker, with its time', async () => {
    const problem = reply.problem('垃圾桶');
    await problem.begin('反馈整改');
    await problem.give();
    await expect(problem.card.getByRole('alert')).toContainText('三样有一样就行');
    const camera = asFromCamera(jpegs[1] ?? new Uint8Array(), { takenAt: '2026:01:02 03:04:05' });
    await problem.choosePhoto({ name: '整改后.jpg', mimeType: 'image/jpeg', buffer: camera });
    await expect(problem.card.getByText(/已上传/)).toBeVisible();
    await judge('photo chosen');
    await problem.give();
    await expect(problem.card.getByText('反馈已收到').first()).toBeVisible();
    await expect(problem.card.getByText('督查组正在审核')).toBeVisible();
  });

  await test.step('a file; the network goes while it is sent, the text stays over a reload', async () => {
    const problem = reply.problem('公益广告');
    await problem.begin('反馈整改');
    await problem.words.fill('画面已更换，附施工单。');
    line.cut();
    const file = { name: '施工单.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf()) };
    await problem.chooseFile(file);
    await expect(problem.card.getByRole('alert')).toContainText('网络断了');
    await problem.give();
    await expect(problem.card.getByText(/连不上服务器/)).toBeVisible();
    await judge('cut');
    line.mend();
    await page.reload();
    const again = reply.problem('公益广告');
    await again.begin('反馈整改');
    await expect(again.words).toHaveValue('画面已更换，附施工单。');
    await again.chooseFile(file);
    await expect(again.card.getByText(/已上传/)).toBeVisible();
    // The office takes it, and its answer is lost on the way.
    await page.route('**/api/reply/answers', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await again.give();
    await expect(again.card.getByText(/连不上服务器/)).toBeVisible();
    await page.unroute('**/api/reply/answers');
    await again.give();
    await expect(again.card.getByText('反馈已收到').first()).toBeVisible();
    await again.card.getByText(/已反馈和办理的经过/).click();
    await expect(again.card.getByText(/附件：施工单.pdf/)).toBeVisible();
    await judge('answered');
  });

  await test.step('more time for the third', async () => {
    const problem = reply.problem('占道经营');
    await problem.begin('申请延期');
    await problem.card.getByLabel('为什么要延期').fill('要协调摊点安置');
    await problem.card.getByLabel('延到哪一天').fill('2099-01-05');
    await judge('asking');
    await problem.give();
    await expect(problem.card.getByText('延期申请已收到').first()).toBeVisible();
    await expect(problem.card.getByText(/正在等办公室答复/).first()).toBeVisible();
    await expect(problem.card.getByRole('button', { name: '申请延期' })).toHaveCount(0);
  });

  const supervisor = await OfficeClient.signIn(server.url, 'supervisor', server.password);
  await test.step('the office has one of each, and the photo bears nothing but its time', async () => {
    const rows = await supervisor.sync();
    const replies = rowsOf(rows, 'reply');
    expect(replies.map(({ findingId }) => findingId).toSorted()).toEqual(
      [first, second].toSorted(),
    );
    expect(replies.every((one) => one.way === 'link' && one.byName === '经办人甲')).toBe(true);
    expect(rowsOf(rows, 'extension')).toMatchObject([{ findingId: third, state: 'asked' }]);
    const photo = rowsOf(rows, 'photo').find(({ stage }) => stage === 'reply');
    expect(photo).toMatchObject({ arrived: true, timed: true, findingId: first });
    expect(photo?.takenAt).toBe(Date.UTC(2026, 0, 1, 19, 4, 5));
    expect(photo?.phash).toMatch(/^[0-9a-f]{16}$/);
    // Held upright, it was turned a quarter.
    expect([photo?.width, photo?.height]).toEqual([1200, 1600]);
    const { sha256 = '' } = photo ?? {};
    const { dataDir } = server.place;
    const kept = await readFile(`${dataDir}/blobs/${sha256.slice(0, 2)}/${sha256}.jpg`);
    expect([kept.includes(MAKER), kept.includes(POSITION)]).toEqual([false, false]);
  });

  await test.step('returned: the reason first, and a fresh form', async () => {
    const deadline = { kind: 'days', days: 3 } as const;
    const reason = '照片看不清，请重拍';
    supervisor.does('reply.return', { id: first, recheckId: uuidv7(), reason, deadline });
    await supervisor.sync();
    await page.reload();
    const problem = reply.problem('垃圾桶');
    await expect(problem.card.getByText('反馈被退回')).toBeVisible();
    await expect(problem.card.getByText(`理由：${reason}`)).toBeVisible();
    await problem.begin('反馈整改');
    await expect(problem.words).toHaveValue('');
    await judge('returned');
  });

  await test.step('a link of the office, copied and scanned at the desk, opens the same; revoked, nothing does', async () => {
    const desk = await launchTablet({ baseUrl: server.url, viewport: DESK });
    const app = await desk.page('/login');
    await new LoginPage(app).signIn('supervisor', server.password);
    await app.getByRole('navigation', { name: '主导航' }).waitFor();
    await app.goto(`${server.url}/notices/${notice.id}`);
    await app.getByRole('button', { name: '反馈链接' }).click();
    const dialog = app.getByRole('dialog');
    await dialog.getByRole('button', { name: '生成链接' }).click();
    const address = await dialog.getByLabel('反馈链接', { exact: true }).inputValue();
    expect(address).toMatch(new RegExp(`^${server.url}/r#[\\w-]{43}$`));
    await dialog.getByRole('button', { name: '二维码' }).click();
    await expect(dialog.getByRole('img', { name: '反馈链接的二维码' })).toBeVisible();
    for (const theme of ['light', 'dark'] as const) {
      found.push(...(await hindrancesOn(app, theme)).map((one) => `links ${theme} ${one}`));
    }
    await reply.open(address);
    await expect(page.getByRole('article')).toHaveCount(3);
    await dialog.getByRole('button', { name: '撤销全部反馈入口' }).click();
    await dialog.getByRole('button', { name: '确认撤销' }).click();
    await expect(dialog.getByText(/已撤销，只能核验真伪/)).toBeVisible();
    for (const dead of [address, `${line.url}/r#${code}`]) {
      await reply.open(dead);
      await expect(page.getByRole('alert')).toContainText('已被撤销');
      await expect(page.getByRole('article')).toHaveCount(0);
    }
    await judge('revoked');
  });

  // What lets in is in no address that was asked for.
  expect(asked.filter((url) => (url.split('#')[0] ?? '').includes(code.slice(0, 40)))).toEqual([]);
  expect(server.output).not.toContain(code.slice(0, 40));
  expect(errors).toEqual([]);
  expect(found).toEqual([]);
});
