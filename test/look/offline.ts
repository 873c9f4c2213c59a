/** The server is stopped and work goes on; then it is back, and refuses one thing. */

import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { InspectionPage } from '../e2e/pages/inspection-page.ts';
import { PointPage } from '../e2e/pages/point-page.ts';
import { SyncPage } from '../e2e/pages/sync-page.ts';
import { takePhoto } from '../e2e/support/photo-maker.ts';
import { recordProblem } from '../e2e/support/record-problem.ts';
import { spoilPhotos } from '../e2e/support/spoil-photos.ts';
import { seedOffice } from '../support/seed-office.ts';
import type { Studio } from './studio.ts';

/** Where an inspector goes without a network. */
const FIELD = [
  'point',
  'inspection',
  'issue',
  'notice',
  'today',
  'findings',
  'finding',
  'notices',
  'map',
  'sync',
];

const DESKS = [
  'desk-findings',
  'desk-finding',
  'desk-notices',
  'desk-notice',
  'desk-points',
  'devices',
  'register',
  'unit-findings',
  'unit-notices',
  'office',
];

export async function shootOffline(studio: Studio): Promise<void> {
  await shootField(studio);
  await shootSpoiled(studio);
  await shootDesks(studio);
  await shootLogin(studio);
}

async function shootField(studio: Studio): Promise<void> {
  const { camera, stage } = studio;
  const refused = camera.wants('sync');
  if (!FIELD.some((screen) => camera.wants(screen))) return;
  const server = await stage.launchServer();
  const office = await seedOffice(server.url, server.password, await studio.photographs());
  const { tablet, page } = await studio.signedIn(server, 'inspector1');
  await server.stop();

  await page.goto(`${server.url}/points/${office.openPoint}`);
  await page.getByRole('heading', { name: '历次检查' }).waitFor();
  await camera.shoot(page, 'point', 'offline');
  await page.goto(`${server.url}/today`);
  const address = await page.locator('a[href^="/points/"]').nth(4).getAttribute('href');
  await page.goto(`${server.url}${address}`);
  await new PointPage(page).startInspection();
  const checklist = new InspectionPage(page);
  await checklist.answer(1, '符合');
  await checklist.answer(2, '基本符合');
  const form = await checklist.fail(3);
  await form.write('路口东南角地砖破损两处');
  await camera.shoot(page, 'inspection', 'offline');
  const picture = join(await stage.folder('look'), 'photo.jpg');
  await takePhoto(page, picture, 3);
  await form.addPhoto(picture);
  await form.save();

  await page.goto(`${server.url}/notices/issue?unit=${office.waiting.unitId}`);
  await page.getByRole('checkbox').first().waitFor();
  await camera.shoot(page, 'issue', 'offline');
  await page.getByRole('button', { name: '签发', exact: true }).click();
  await page.waitForURL(/\/notices\/(?!issue)[^/?]+$/);
  await camera.shoot(page, 'notice', 'offline');
  for (const [screen, path] of [
    ['today', '/today'],
    ['findings', '/findings'],
    ['finding', `/findings/${office.findingId}`],
    ['notices', '/notices'],
    ['map', '/map'],
    ['sync', '/sync'],
  ] as const) {
    if (!camera.wants(screen)) continue;
    await page.goto(`${server.url}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await camera.shoot(page, screen, 'offline');
  }

  if (refused) {
    // Another device has meanwhile put one of the problems on a notice of its own.
    const [findingId = ''] = office.waiting.findingIds;
    // Not only the page: its worker would send the notice as soon as the server is back.
    await tablet.close();
    await server.start();
    await office.issueElsewhere(findingId);
    await tablet.open();
    const again = await tablet.page('/sync');
    await again.getByText('已列入').first().waitFor({ timeout: 60_000 });
    await camera.shoot(again, 'sync-refused', 'error');
    await shootDecisions(studio, again, server.url);
    const desk = await studio.signedIn(server, 'supervisor');
    await desk.page.goto(`${server.url}/devices`);
    await desk.page.getByText('已放弃 1 条').click();
    await desk.page.getByText('理由：').scrollIntoViewIfNeeded();
    await camera.shoot(desk.page, 'sync-given-up-desk', 'typical');
    await desk.tablet.close();
  }
  await tablet.close();
  await server.stop();
}

/** 重试 that would be refused again, 放弃, what was given up, photos that may go, and the 诊断包. */
async function shootDecisions({ camera }: Studio, page: Page, url: string): Promise<void> {
  const sync = new SyncPage(page);
  const card = sync.refused(/^签发通知书/);
  await card.getByRole('button', { name: '重试' }).click();
  await card.getByRole('alert').waitFor();
  await camera.shoot(page, 'sync-retried', 'error');
  await card.getByRole('button', { name: '放弃', exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await camera.shoot(page, 'sync-giving-up', 'typical');
  await page.keyboard.press('Escape');
  await sync.giveUp(/^签发通知书/, '已由另一台平板开具');
  await page.goto(`${url}/sync`);
  await page.getByText('已放弃 1').click();
  await page.getByText('已放弃 1').scrollIntoViewIfNeeded();
  await camera.shoot(page, 'sync-given-up', 'typical');
  await page.goto(`${url}/sync`);
  await sync.clear.waitFor();
  await page.getByText('可清理', { exact: true }).scrollIntoViewIfNeeded();
  await camera.shoot(page, 'sync-clearable', 'typical');
  await page.getByRole('button', { name: '诊断包' }).click();
  await page.getByRole('dialog').getByRole('status').waitFor();
  await camera.shoot(page, 'sync-diagnostics', 'typical');
}

/** A photo that has gone bad on the tablet: what the person may do. */
async function shootSpoiled(studio: Studio): Promise<void> {
  const { camera, stage } = studio;
  if (!camera.wants('sync')) return;
  const server = await stage.launchServer();
  const { tablet, page } = await studio.signedIn(server, 'inspector1');
  const picture = join(await stage.folder('look'), 'spoiled.jpg');
  await takePhoto(page, picture, 4);
  await server.stop();
  await recordProblem(page, picture);
  await page.evaluate(spoilPhotos);
  await server.start();
  await page.goto(`${server.url}/sync`);
  await new SyncPage(page).syncNow();
  await page.getByText('没有传成').waitFor();
  await camera.shoot(page, 'sync-photo-failed', 'error');
  await page.getByRole('button', { name: '放弃', exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await camera.shoot(page, 'sync-photo-giving-up', 'typical');
  await tablet.close();
  await server.stop();
}

/** The office's own people and a unit: what was downloaded stays, what needs the network says so. */
async function shootDesks(studio: Studio): Promise<void> {
  const { camera, stage } = studio;
  if (!DESKS.some((screen) => camera.wants(screen))) return;
  const server = await stage.launchServer();
  const office = await seedOffice(server.url, server.password, await studio.photographs());
  const desks = [
    ['supervisor', 'desk-findings', '/findings'],
    ['supervisor', 'desk-finding', `/findings/${office.waiting.findingIds[0]}`],
    ['supervisor', 'desk-notices', '/notices'],
    ['supervisor', 'desk-notice', `/notices/${office.noticeId}`],
    ['supervisor', 'desk-points', '/today'],
    ['supervisor', 'devices', '/devices'],
    ['supervisor', 'register', '/register'],
    ['unit-u04', 'unit-findings', '/findings'],
    ['unit-u04', 'unit-notices', '/notices'],
    ['admin', 'office', '/office'],
  ] as const;
  for (const account of new Set(desks.map(([who]) => who))) {
    const wanted = desks.filter(([who, screen]) => who === account && camera.wants(screen));
    if (wanted.length === 0) continue;
    const { tablet, page } = await studio.signedIn(server, account);
    if (wanted.some(([, screen]) => screen === 'devices')) {
      await page.goto(`${server.url}/devices`);
      await page.getByText('督查员一').first().waitFor();
    }
    await server.stop();
    for (const [, screen, path] of wanted) {
      await page.goto(`${server.url}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      // What is asked of the office must have failed first.
      if (screen === 'devices') await page.getByText(/下面是.*的情况/).waitFor();
      if (screen === 'register') await page.getByText('要联网才能查看').waitFor();
      if (screen === 'office') {
        await page.getByRole('tab', { name: '账号' }).click();
        await page.getByText('管理要联网才能做').waitFor();
      }
      await camera.shoot(page, screen, 'offline');
    }
    await tablet.close();
    await server.start();
  }
  await server.stop();
}

/** A tablet on which nobody has signed in yet, and no network. */
async function shootLogin({ camera, stage }: Studio): Promise<void> {
  if (!camera.wants('login')) return;
  const server = await stage.launchServer();
  const tablet = await stage.launchTablet({ baseUrl: server.url });
  const page = await tablet.page('/login');
  await page.getByRole('button', { name: '登录', exact: true }).waitFor();
  await tablet.context.setOffline(true);
  await page.getByText('现在没有网络').waitFor();
  await camera.shoot(page, 'login', 'offline');
  await tablet.close();
  await server.stop();
}
