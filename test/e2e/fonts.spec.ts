/** Fonts of papers: they come by themselves and are seen to come; the paper is drawn in them, with the server gone, too. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { smallFont } from '../support/fonts.ts';
import { RawClient } from '../support/raw-client.ts';
import { seedOffice } from '../support/seed-office.ts';
import { FontsPage } from './pages/fonts-page.ts';
import { LoginPage } from './pages/login-page.ts';
import { storedPhoto } from './support/photo-maker.ts';
import { signInInspector } from './support/signed-in.ts';
import { DESK } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

const NOT_HERE = /公文字体还没有(全部)?下载到本机/;

/** The family that the paper's body is drawn in, where the page has it. */
function drawnIn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const paper = document.querySelector('.paper .face-fangsong');
    const [first = ''] = paper ? getComputedStyle(paper).fontFamily.split(',') : [];
    const family = first.trim().replaceAll('"', '');
    const loaded = [...document.fonts].some(
      (face) => face.family.replaceAll('"', '') === family && face.status === 'loaded',
    );
    return loaded ? family : '';
  });
}

test('fonts come onto a tablet once, seen as they come, and its papers are drawn in them without the server', async ({
  launchServer,
  launchTablet,
}) => {
  const server = await launchServer();
  const tablet = await launchTablet({ baseUrl: server.url });
  // A dragon four times over is in no font of the box.
  const admin = await RawClient.signIn(server.url, 'admin', server.password);
  await admin.ask('/api/office', { method: 'PATCH', body: { contact: '坬墕𪚥𬭎' } });
  const easel = await tablet.context.newPage();
  const { noticeId } = await seedOffice(server.url, server.password, [await storedPhoto(easel, 1)]);
  await easel.close();

  // One font after the other stands at the door until it is let in.
  const doors: (() => void)[] = [];
  const asked: string[] = [];
  let shut = true;
  await tablet.context.route('**/api/fonts/*', async (route) => {
    if (shut) return route.abort();
    asked.push(route.request().url());
    await new Promise<void>((resolve) => doors.push(resolve));
    return route.continue();
  });
  const page = await signInInspector(tablet, server);
  // What the page before this one asked for goes with it.
  shut = false;
  await page.goto(`${server.url}/notices/${noticeId}`);
  await expect(page.getByText(NOT_HERE)).toBeVisible();
  await expect(page.getByText(/公文字体 0\/3 · 0\.0 MB \/ 10\.\d MB/)).toBeVisible();
  await expect(page.getByRole('progressbar', { name: '公文字体下载进度' })).toBeVisible();
  expect(await drawnIn(page)).toBe('');

  for (const come of ['公文字体 1/3', '公文字体 2/3']) {
    await expect.poll(() => doors.length).toBe(1);
    doors.pop()?.();
    await expect(page.getByText(come)).toBeVisible();
  }
  await expect.poll(() => doors.length).toBe(1);
  doors.pop()?.();
  await expect(page.getByText(NOT_HERE)).toBeHidden();
  await expect.poll(() => drawnIn(page)).toMatch(/^xundian-[0-9a-f]{20}$/);

  await expect(page.getByText('以下字没有字体：𪚥（U+2A6A5）。')).toBeVisible();

  await server.stop();
  await page.reload();
  await expect.poll(() => drawnIn(page)).toMatch(/^xundian-/);
  await expect(page.getByText(NOT_HERE)).toBeHidden();
  await page.goto(`${server.url}/sync`);
  await expect(page.getByText('公文字体 3/3')).toBeVisible();
  expect(asked).toHaveLength(3);
});

test('what came damaged on the way is not kept, said, and asked for again', async ({
  launchServer,
  launchTablet,
}) => {
  const server = await launchServer();
  const tablet = await launchTablet({ baseUrl: server.url });
  let spoils = true;
  await tablet.context.route('**/api/fonts/*', async (route) => {
    if (!spoils) return route.continue();
    const answer = await route.fetch();
    const body = await answer.body();
    body[body.length >> 1] = (body[body.length >> 1] ?? 0) ^ 1;
    const { 'content-encoding': _packed, ...headers } = answer.headers();
    return route.fulfill({ status: 200, headers, body });
  });
  const page = await signInInspector(tablet, server);
  await page.goto(`${server.url}/sync`);
  await expect(page.getByText('收到的字体不完整，没有保存')).toBeVisible();
  expect(
    await page.evaluate(async () => (await (await caches.open('xundian-fonts')).keys()).length),
  ).toBe(0);
  spoils = false;
  await page.getByRole('button', { name: '再下载' }).click();
  await expect(page.getByText('公文字体 3/3')).toBeVisible();
});

test('the administrator brings a font in, sees it drawn, puts it out of use, and is told in words what is refused', async ({
  launchServer,
  stage,
}) => {
  const server = await launchServer();
  const desk = await stage.launchTablet({ baseUrl: server.url, viewport: DESK });
  const page = await desk.page('/login');
  await new LoginPage(page).signIn('admin', server.password);
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
  await page.goto(`${server.url}/office`);
  const fonts = new FontsPage(page);
  await fonts.open();

  const font = await smallFont('关于对督查发现问题限期整改的通知〔2026〕12号');
  const good = join(server.place.dataDir, 'fangsong.ttf');
  const bad = join(server.place.dataDir, 'fangsong.otf');
  await writeFile(good, font);
  await writeFile(bad, Buffer.concat([Buffer.from('OTTO', 'latin1'), font.subarray(4)]));

  await fonts.beginUpload('仿宋');
  await fonts.choose(bad);
  await fonts.send();
  await expect(fonts.trouble).toContainText('请先勾选使用授权的声明');
  await fonts.declare();
  await fonts.send();
  await expect(fonts.trouble).toContainText('这个字体是 OTF');
  await fonts.choose(good);
  await fonts.send();
  const line = fonts.face('仿宋').getByRole('listitem').first();
  await expect(line).toContainText('本单位上传');
  await expect(line).toContainText('字');
  await expect(fonts.face('仿宋').getByRole('listitem')).toHaveCount(2);
  await expect.poll(() => fonts.sampleFamily(line)).toMatch(/^xundian-/);

  await line.getByRole('button', { name: /^停用/ }).click();
  await expect(fonts.dialog).toContainText('已经开出的照旧用它');
  await fonts.dialog.getByRole('button', { name: '停用' }).click();
  await expect(fonts.face('仿宋').getByRole('listitem')).toHaveCount(1);
  await expect(fonts.face('仿宋')).toContainText('已停用');
});
