/** The notices of a round, taken along together on the desk. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { LoginPage } from './pages/login-page.ts';
import { xundian } from './support/console.ts';
import { fontsHere } from './support/fonts-here.ts';
import { issueNotice } from './support/issued-notice.ts';
import { DESK } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

test('all notices of a round come as one ZIP, each the office’s own file', async ({
  stage,
  launchServer,
  launchTablet,
}) => {
  test.setTimeout(180_000);
  const server = await launchServer();
  await issueNotice(server, 3, 2);
  await issueNotice(server, 5, 0);
  const desk = await launchTablet({ baseUrl: server.url, viewport: DESK });
  const page = await desk.page('/');
  await new LoginPage(page).signIn('supervisor', server.password);
  await page.waitForURL('**/findings');
  await fontsHere(page);
  await page.goto(`${server.url}/notices`);
  await page.getByRole('button', { name: '打包下载' }).click();
  const dialog = page.getByRole('dialog', { name: '打包下载通知书' });
  await dialog.getByRole('button', { name: '生成 2 份' }).click();
  const save = dialog.getByRole('button', { name: '存到本机' });
  await save.waitFor({ timeout: 60_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(download.suggestedFilename()).toMatch(/^督查通知书 .+\.zip$/);

  const files = unzipSync(await readFile(await download.path()));
  const names = Object.keys(files).sort();
  expect(names).toHaveLength(2);
  const out = await stage.folder('office');
  for (const name of names) {
    const [number = ''] = name.split(' ');
    await xundian(server, 'render-notice', number, '--out', out);
  }
  expect((await readdir(out)).filter((file) => file.endsWith('.pdf')).sort()).toEqual(names);
  for (const name of names) {
    expect((await readFile(join(out, name))).equals(Buffer.from(files[name] ?? []))).toBe(true);
  }
});

test('a notice whose fonts are not here yet is named in words', async ({
  launchServer,
  launchTablet,
}) => {
  const server = await launchServer();
  await issueNotice(server, 1, 0);
  const desk = await launchTablet({ baseUrl: server.url, viewport: DESK });
  await desk.context.route('**/api/fonts/**', (route) => route.abort());
  const page = await desk.page('/');
  await new LoginPage(page).signIn('supervisor', server.password);
  await page.waitForURL('**/findings');
  await page.goto(`${server.url}/notices`);
  await page.getByRole('button', { name: '打包下载' }).click();
  const dialog = page.getByRole('dialog', { name: '打包下载通知书' });
  await dialog.getByRole('button', { name: '生成 1 份' }).click();
  await expect(dialog.getByRole('alert')).toContainText('它的公文字体还没有下载到本机');
});
