/** The server is stopped and work goes on; then it is back, and refuses one thing. */

import { InspectionPage } from '../e2e/pages/inspection-page.ts';
import { PointPage } from '../e2e/pages/point-page.ts';
import { seedOffice } from '../support/seed-office.ts';
import type { Studio } from './studio.ts';

const SCREENS = ['today', 'point', 'inspection', 'findings', 'issue', 'notice', 'map', 'sync'];

export async function shootOffline(studio: Studio): Promise<void> {
  const { camera, stage } = studio;
  const refused = camera.wants('sync');
  if (!SCREENS.some((screen) => camera.wants(screen))) return;
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
  await form.save();

  await page.goto(`${server.url}/notices/issue?unit=${office.waiting.unitId}`);
  await page.getByRole('checkbox').first().waitFor();
  await camera.shoot(page, 'issue', 'offline');
  await page.getByRole('button', { name: '签发', exact: true }).click();
  await page.waitForURL(/\/notices\/(?!issue)[^/?]+$/);
  await camera.shoot(page, 'notice', 'offline');
  for (const screen of ['today', 'findings', 'map', 'sync']) {
    if (!camera.wants(screen)) continue;
    await page.goto(`${server.url}/${screen}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await camera.shoot(page, screen, 'offline');
  }

  if (refused) {
    await server.start();
    // Another device has meanwhile put one of the problems on a notice of its own.
    const [findingId = ''] = office.waiting.findingIds;
    await page.goto('about:blank');
    await office.issueElsewhere(findingId);
    await page.goto(`${server.url}/sync`);
    await page.getByText('已列入').first().waitFor({ timeout: 60_000 });
    await camera.shoot(page, 'sync-refused', 'error');
  }
  await tablet.close();
  await server.stop();
}
