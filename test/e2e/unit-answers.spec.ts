/** A unit with an account: its own home, signed and answered without a network; the office has it all after the sync. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rowsOf } from '../support/city-work.ts';
import { OfficeClient } from '../support/office-client.ts';
import { pdf } from '../support/reply-holder.ts';
import { issueToUnit } from '../support/unit-notice.ts';
import { LoginPage } from './pages/login-page.ts';
import { readyForOffline } from './support/local-store.ts';
import { storedPhoto, takePhoto } from './support/photo-maker.ts';
import { expect, test } from './support/test.ts';

test('a unit signs and answers offline over a reload, sends a file online, and asks for time', async ({
  launchServer,
  launchTablet,
  stage,
}) => {
  const server = await launchServer();
  const line = await stage.openLine(server);
  const tablet = await launchTablet({ baseUrl: line.url });
  const page = await tablet.page('/login');
  const notice = await issueToUnit(server, [await storedPhoto(page, 1)]);
  const [first = '', second = '', third = ''] = notice.findingIds;
  const photo = join(await mkdtemp(join(tmpdir(), 'after-')), 'after.jpg');
  await takePhoto(page, photo, 7);
  await new LoginPage(page).signIn('unit-u04', server.password);
  await page.waitForURL('**/answer');
  await readyForOffline(page);
  await expect(page.getByRole('tab', { name: /要办/ })).toContainText('3');
  await expect(page.getByText('全部入账').first()).toBeVisible();

  await test.step('offline: 签收', async () => {
    line.cut();
    await page.getByRole('button', { name: '签收' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('签收人姓名').fill('李经办');
    await dialog.getByRole('button', { name: '签收' }).click();
    await expect(page.getByText('已签收，存在本机')).toBeVisible();
    await expect(page.getByRole('region', { name: '待签收' })).toHaveCount(0);
  });

  await test.step('offline: an answer by text and photo, kept over a reload', async () => {
    await page.getByText('东侧垃圾桶满溢').first().click();
    await expect(page.getByRole('region', { name: '下一步' })).toContainText('请整改');
    await page.getByRole('button', { name: '反馈整改' }).click();
    await page.getByLabel('整改情况').fill('已清运，每日两次巡查。');
    await page.getByLabel('选择照片文件').setInputFiles(photo);
    await expect(page.locator('.photo-strip img')).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('整改情况')).toHaveValue('已清运，每日两次巡查。');
    await page.getByRole('button', { name: '提交反馈' }).click();
    await expect(page.getByText(/反馈已存在本机，回执号/)).toBeVisible();
    await expect(page.getByRole('region', { name: '下一步' })).toContainText('正在审核');
    await expect(page.getByRole('button', { name: '反馈整改' })).toHaveCount(0);
  });

  await test.step('online again: a file, and more time', async () => {
    line.mend();
    await page.goto(`${line.url}/findings/${second}/reply`);
    const file = { name: '施工单.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf()) };
    await page.getByLabel('附一个文件').setInputFiles(file);
    await expect(page.getByText(/已上传/)).toBeVisible();
    await page.getByRole('button', { name: '提交反馈' }).click();
    await expect(page.getByText(/反馈已存在本机/)).toBeVisible();
    await page.goto(`${line.url}/findings/${third}`);
    await page.getByRole('button', { name: '申请延期' }).click();
    await page.getByLabel('为什么要延期').fill('要协调摊点安置');
    await page.getByLabel('延到哪一天').fill('2099-01-05');
    await page.getByRole('button', { name: '提交申请' }).click();
    await expect(page.getByText(/延期申请已存在本机/)).toBeVisible();
    await page.goto(`${line.url}/sync`);
    await expect(page.getByText('全部入账').first()).toBeVisible();
    await page.goto(`${line.url}/answer`);
    await expect(page.getByRole('tab', { name: /等督查组/ })).toContainText('2');
  });

  await test.step('the office has each of them once, photo and file with them', async () => {
    const supervisor = await OfficeClient.signIn(server.url, 'supervisor', server.password);
    const rows = await supervisor.sync();
    const replies = rowsOf(rows, 'reply');
    expect(replies.map(({ findingId, way }) => [findingId, way]).toSorted()).toEqual(
      [
        [first, 'account'],
        [second, 'account'],
      ].toSorted(),
    );
    expect(rowsOf(rows, 'photo').find(({ stage: of }) => of === 'reply')).toMatchObject({
      findingId: first,
      arrived: true,
    });
    expect(rowsOf(rows, 'extension')).toMatchObject([{ findingId: third, state: 'asked' }]);
    const signed = rowsOf(rows, 'notice').find(({ id }) => id === notice.id);
    expect(signed?.delivery?.how).toMatchObject({ kind: 'online', receiver: '李经办' });
    const withFile = replies.find(({ findingId }) => findingId === second);
    const path = `/api/replies/${withFile?.id}/files/${withFile?.files[0]?.sha256}`;
    const got = await fetch(server.url + path, { headers: { cookie: supervisor.cookie } });
    expect([got.status, await got.text()]).toEqual([200, Buffer.from(pdf()).toString()]);
  });
});
