/** What goes wrong, each with its next step. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LoginPage } from '../e2e/pages/login-page.ts';
import { problemFormOn } from '../e2e/pages/problem-form.ts';
import type { Studio } from './studio.ts';

export async function shootErrors(studio: Studio): Promise<void> {
  const { camera, stage } = studio;
  const server = await stage.launchServer();
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
  await server.stop();
}
