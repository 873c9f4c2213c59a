/** 移交: from the field and the desk to the city's platform and back, until the record says what became of each. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { civilDateOf } from '../../src/domain/civil.ts';
import { BatchRecord } from '../../src/server/handoff/batch-record.ts';
import { receiptTable } from '../support/handed-off.ts';
import { OfficeClient } from '../support/office-client.ts';
import { type SeededOffice, seedOffice } from '../support/seed-office.ts';
import { HandoffPage } from './pages/handoff-page.ts';
import { LoginPage } from './pages/login-page.ts';
import { hindrancesOn } from './support/judge.ts';
import { storedPhoto } from './support/photo-maker.ts';
import { DESK, PHONE } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

const ADS = '公益广告画面褪色、边角破损';
const STALLS = '门前占道经营两处，消防通道被堵';
const BIKES = '路口非机动车越线停放五辆';
const BINS = '检查项查出的暴露垃圾';

/** One more, found by an item of the checklist that has a reference code. */
async function recordByItem(url: string, password: string, office: SeededOffice): Promise<void> {
  const client = await OfficeClient.signIn(url, 'inspector1', password);
  const pages = await client.pullAll();
  const visit = pages
    .flatMap(({ inspection = [] }) => inspection)
    .find(({ id }) => id === office.inspectionId);
  const list = pages
    .flatMap(({ checklist = [] }) => checklist)
    .find(({ id }) => id === visit?.checklistId);
  const item = list?.items.find(({ cityCode }) => cityCode.startsWith('SJ'));
  if (!visit || !item) throw new Error('no item of the visit has a reference code');
  client.does('finding.record', {
    id: crypto.randomUUID(),
    roundId: visit.roundId,
    pointId: visit.pointId,
    inspectionId: visit.id,
    itemId: item.id,
    place: null,
    text: BINS,
    count: 1,
    unitId: 'U06',
    deadline: { kind: 'immediate' },
    photos: [],
  });
  await client.sync();
}

async function judged(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const viewport of [PHONE, DESK]) {
    await page.setViewportSize(viewport);
    for (const theme of ['light', 'dark'] as const)
      found.push(...(await hindrancesOn(page, theme)));
  }
  return found;
}

test('problems are picked, go out as one file, and come back filed, declined or unknown', async ({
  stage,
  launchServer,
  launchTablet,
}) => {
  const server = await launchServer();
  const line = await stage.openLine(server);
  const tablet = await launchTablet({ baseUrl: line.url, viewport: DESK });
  const easel = await tablet.context.newPage();
  const office = await seedOffice(server.url, server.password, [
    await storedPhoto(easel, 1),
    await storedPhoto(easel, 2),
  ]);
  await easel.close();
  await recordByItem(server.url, server.password, office);
  const page = await tablet.page('/');
  await new LoginPage(page).signIn('supervisor', server.password);
  await page.waitForURL('**/findings');
  await expect(page.getByText('全部入账').first()).toBeVisible();
  const handoff = new HandoffPage(page);

  await test.step('several are handed off together: the item suggests its code, the others are searched for', async () => {
    await page.getByRole('navigation').getByRole('link', { name: '移交城管' }).click();
    await handoff.tick(ADS, STALLS, BINS);
    expect(await judged(page)).toEqual([]);
    await page.getByRole('button', { name: '移交 3 个' }).click();
    await expect(handoff.dialog.getByRole('listitem').filter({ hasText: BINS })).toContainText(
      /SJ\d{4}/,
    );
    await handoff.dialog.getByRole('button', { name: '移交 3 个' }).click();
    await expect(handoff.dialog.getByRole('alert').first()).toContainText('还没有选编码');
    expect(await judged(page)).toEqual([]);
    await handoff.chooseCode(ADS, '广告 破损', '广告招牌破损');
    await handoff.chooseCode(STALLS, '店外', '店外经营');
    await handoff.dialog.getByRole('button', { name: '移交 3 个' }).click();
    await expect(handoff.tab('待移交')).toContainText('3');
  });

  await test.step('and one without the network, by the codes that the device has kept', async () => {
    line.cut();
    await handoff.tick(BIKES);
    await page.getByRole('button', { name: '移交 1 个' }).click();
    await handoff.chooseCode(BIKES, '非机动车', '非机动车乱停放');
    await handoff.dialog.getByRole('button', { name: '移交', exact: true }).click();
    await expect(handoff.tab('待移交')).toContainText('4');
    line.mend();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect(page.getByText('全部入账').first()).toBeVisible();
  });

  const record =
    await test.step('the batch is one file, with keys, photos and positions', async () => {
      await handoff.tab('待移交').click();
      await page.getByRole('checkbox', { name: /^全选/ }).check();
      expect(await judged(page)).toEqual([]);
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: '导出 4 个' }).click();
      const file = await saved;
      expect(file.suggestedFilename()).toMatch(/^移交数字城管 YJ-\d{4}-1\.zip$/);
      const parts = unzipSync(await readFile(await file.path()));
      expect(Object.keys(parts).filter((name) => name.endsWith('.jpg'))).toHaveLength(2);
      await expect(handoff.tab('待回执')).toContainText('4');
      return BatchRecord.parse(JSON.parse(Buffer.from(parts['移交清单.json'] ?? []).toString()));
    });
  const keyOf = (text: string) => record.problems.find((one) => one.text === text)?.key ?? '';

  await test.step('receipts are looked at first, then done: each problem ends in one place', async () => {
    await handoff.tab('批次和回执').click();
    const today = civilDateOf(Date.now());
    await handoff.lookAt(
      '回执.tsv',
      receiptTable(
        [keyOf(ADS), 'AJ-1', '立案', '', today, today, '已更换画面'],
        [keyOf(STALLS), '', '不立案', '不属城管职责', '', '', ''],
        [keyOf(BIKES), 'AJ-2', '不立案', '重复', '', today, ''],
        [keyOf(BINS), 'AJ-3', '立案', '', today, '', ''],
        ['0190aaaa-0000-7000-8000-000000000000', 'AJ-9', '立案', '', today, '', ''],
      ),
    );
    await expect(handoff.preview).toContainText('5 个问题 = 相符 3 + 不认识 1 + 有矛盾 1');
    await expect(handoff.tab('待回执')).toContainText('4');
    expect(await judged(page)).toEqual([]);
    await page.getByRole('button', { name: '导入：办 3 个相符的' }).click();
    await expect(page.getByRole('heading', { name: '对账结果：回执.tsv' })).toBeVisible();
    for (const name of ['待回执', '已立案', '未立案', '已结案']) {
      await expect(handoff.tab(name)).toContainText('1');
    }
  });

  await test.step('what is contradicted waits for a person', async () => {
    await page.getByRole('button', { name: `决定：${BIKES}` }).click();
    await handoff.dialog.getByLabel('核实情况').fill('平台说录错了，会重发');
    expect(await judged(page)).toEqual([]);
    await handoff.dialog.getByRole('button', { name: '不采用' }).last().click();
    await expect(page.getByText('已决定不采用')).toBeVisible();
    await handoff.tab('待回执').click();
    await page.getByRole('button', { name: `登记结果：${BIKES}` }).click();
    await handoff.dialog.getByLabel('外部案号').fill('AJ-2');
    await handoff.dialog.getByRole('button', { name: '登记立案' }).click();
    await expect(handoff.tab('已立案')).toContainText('2');
  });

  await test.step('the declined one is for a notice again, the others are not', async () => {
    await page.goto(`${line.url}/findings/${office.findingId}`);
    await page.getByRole('button', { name: '更多' }).click();
    await handoff.dialog.getByRole('button', { name: '移交数字城管' }).click();
    await expect(handoff.dialog).toContainText('它已在通知书上，责任单位不用再反馈');
    await page.goto(`${line.url}/notices/issue?unit=U04`);
    await expect(page.getByRole('checkbox', { name: new RegExp(STALLS) })).toBeVisible();
    await expect(page.getByText(ADS)).toHaveCount(0);
    await page.goto(
      `${line.url}/findings/${record.problems.find((one) => one.text === ADS)?.findingId}`,
    );
    await expect(page.getByText('数字城管结案 AJ-1')).toBeVisible();
    await expect(page.getByRole('link', { name: /案号 AJ-1 .*结案/ })).toBeVisible();
  });
});
