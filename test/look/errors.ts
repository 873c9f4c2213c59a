/** What goes wrong, each with its next step. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FAILURES } from '../../src/protocol/failures.ts';
import { LoginPage } from '../e2e/pages/login-page.ts';
import { problemFormOn } from '../e2e/pages/problem-form.ts';
import type { OfficeServer } from '../e2e/support/office-server.ts';
import type { Studio } from './studio.ts';

/** Another system of coordinates, a name that is missing, a type and a street that nobody knows. */
const WRONG_POINTS = [
  'code|name|category|category_name|address|street|territory|sector_unit|lon|lat|crs|kind|name_basis',
  'YL-9001|示例广场|C05|公共广场||S11|D03|U16|109.71|38.24|GCJ02|key|',
  'YL-9002||C99|公共广场||S99|D03|U16|东经|38.24|WGS84|key|',
]
  .join('\n')
  .replaceAll('|', '\t');

export async function shootErrors(studio: Studio): Promise<void> {
  const { camera, stage } = studio;
  const server = await stage.launchServer();
  await shootField(studio, server);
  if (camera.wants('devices')) await shootDevices(studio, server);
  if (camera.wants('office')) await shootOffice(studio, server);
  await server.stop();
}

async function shootField(studio: Studio, server: OfficeServer): Promise<void> {
  const { camera, stage } = studio;
  if (camera.wants('login')) {
    const tablet = await stage.launchTablet({ baseUrl: server.url });
    const page = await tablet.page('/login');
    await new LoginPage(page).signIn('inspector1', 'not-the-password');
    await new LoginPage(page).trouble.waitFor();
    await camera.shoot(page, 'login', 'error');
    await tablet.close();
  }
  const { tablet, page } = await studio.signedIn(server, 'inspector1');
  for (const [screen, path] of [
    ['point', '/points/NO-SUCH'],
    ['inspection', '/inspections/00000000-0000-7000-8000-000000000404'],
    ['finding', '/findings/00000000-0000-7000-8000-000000000404'],
    ['notice', '/notices/00000000-0000-7000-8000-000000000404'],
    ['issue', '/notices/issue?finding=00000000-0000-7000-8000-000000000404'],
    // Not for an inspector: refused, each with the way on.
    ['devices-denied', '/devices'],
    ['office-denied', '/office'],
  ] as const) {
    if (!camera.wants(screen)) continue;
    await page.goto(`${server.url}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await camera.shoot(page, screen, 'error');
  }
  if (camera.wants('point-problem')) {
    const file = join(await stage.folder('look'), 'not-a-photo.jpg');
    await writeFile(file, 'this is no photograph');
    await page.goto(`${server.url}/today`);
    await page.locator('a[href^="/points/"]').first().click();
    await page.getByRole('button', { name: '登记问题' }).click();
    const { form } = await problemFormOn(page);
    const choosing = page.waitForEvent('filechooser');
    await form.getByRole('button', { name: '添加照片' }).click();
    await (await choosing).setFiles(file);
    await form.getByRole('alert').waitFor();
    await camera.shoot(page, 'point-problem', 'error');
  }
  if (camera.wants('map')) {
    await tablet.context.clearPermissions();
    await page.goto(`${server.url}/map`);
    await page.locator('.leaflet-container').waitFor();
    await page
      .getByRole('button', { name: /定位|我的位置/ })
      .first()
      .click();
    await page.waitForTimeout(500);
    await camera.shoot(page, 'map', 'error');
  }
  if (camera.wants('sync')) {
    await tablet.context.clearCookies();
    await page.goto(`${server.url}/sync`);
    await page.getByRole('button', { name: '重新登录' }).waitFor();
    await camera.shoot(page, 'sync', 'error');
  }
  await tablet.close();
}

/** The office answers, but not with the list. */
async function shootDevices(studio: Studio, server: OfficeServer): Promise<void> {
  const { tablet, page } = await studio.signedIn(server, 'supervisor');
  const [status, message] = FAILURES['server-error'];
  await page.route('**/api/devices', (route) =>
    route.fulfill({ status, json: { code: 'server-error', message } }),
  );
  await page.goto(`${server.url}/devices`);
  await page.getByRole('button', { name: '再试一次' }).waitFor();
  await studio.camera.shoot(page, 'devices', 'error');
  await tablet.close();
}

/** A sheet with mistakes in it: nothing is taken, and each line says what is wrong. */
async function shootOffice(studio: Studio, server: OfficeServer): Promise<void> {
  const { tablet, page } = await studio.signedIn(server, 'admin');
  const file = join(await studio.stage.folder('look'), '点位.tsv');
  await writeFile(file, WRONG_POINTS);
  await page.goto(`${server.url}/office`);
  await page.getByRole('tab', { name: '导入' }).click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '导入点位' }).click();
  await (await choosing).setFiles(file);
  await page.getByRole('alert').waitFor();
  await page.getByRole('alert').scrollIntoViewIfNeeded();
  await studio.camera.shoot(page, 'office-imports', 'error');
  await tablet.close();
}
