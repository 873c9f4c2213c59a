/** From the key that a tablet makes to the verdict on a phone: issued offline, sealed, scanned. */
import { join } from 'node:path';
import { ROWS } from '../../src/protocol/rows/index.ts';
import { qrOf } from '../../src/protocol/seal-payload.ts';
import { FindingsPage } from './pages/findings-page.ts';
import { IssuePage } from './pages/issue-page.ts';
import { LoginPage } from './pages/login-page.ts';
import { VerifyPage } from './pages/verify-page.ts';
import { rowsOn } from './support/local-store.ts';
import { takePhoto } from './support/photo-maker.ts';
import { recordProblem } from './support/record-problem.ts';
import { signInInspector } from './support/signed-in.ts';
import { DESK, PHONE } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

test('a notice that was issued with the server stopped bears a seal that everybody can verify', async ({
  launchServer,
  launchTablet,
  stage,
}) => {
  const server = await launchServer();
  const tablet = await launchTablet({ baseUrl: server.url });
  const sent: string[] = [];
  tablet.context.on('request', (request) => sent.push(request.postData() ?? ''));
  const page = await signInInspector(tablet, server);
  const photo = join(await stage.folder('photos'), 'one.jpg');
  await takePhoto(page, photo, 1);
  const deviceSigners = async () =>
    (await rowsOn(page, 'signer')).filter((row) => row.clientId !== '').length;
  await expect.poll(deviceSigners, { timeout: 30_000 }).toBe(1);
  await recordProblem(page, photo);
  await server.stop();

  await page.goto(`${server.url}/findings`);
  await new FindingsPage(page).toIssue();
  const issue = new IssuePage(page);
  await issue.chooseUnit('榆阳区');
  const id = await issue.issue();
  const row = ROWS.notice.parse((await rowsOn(page, 'notice')).find((one) => one.id === id));
  expect(row.seal?.keyId).toBe(
    (await rowsOn(page, 'signer')).find((one) => one.clientId !== '')?.id,
  );
  const qr = qrOf(row) ?? '';
  expect(qr).toContain(`${server.url}/v#`);
  await expect(page.getByText('扫码核验', { exact: true }).first()).toBeAttached();

  await test.step('its own key can be used, and by no way be read', async () => {
    const exported = await page.evaluate(async () => {
      const settled = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const db = await settled(indexedDB.open('keyval-store'));
      const store = db.transaction('keyval').objectStore('keyval');
      const keys = await settled(store.getAllKeys());
      const place = keys.find((key) => String(key).startsWith('xundian-signing-key.'));
      const kept = await settled(store.get(place ?? ''));
      const tried: string[] = [];
      for (const format of ['pkcs8', 'jwk', 'raw'] as const) {
        tried.push(
          await crypto.subtle.exportKey(format, kept.secret).then(
            () => 'exported',
            (error: unknown) => (error instanceof DOMException ? error.name : 'other'),
          ),
        );
      }
      return { tried, algorithm: String(kept.algorithm) };
    });
    expect(exported.tried).not.toContain('exported');
    expect(exported.tried).toContain('InvalidAccessError');
    expect(['Ed25519', 'ES256']).toContain(exported.algorithm);
    expect(sent.filter((body) => /"secret"|"d":|PRIVATE/.test(body))).toEqual([]);
  });

  await test.step('verified in the app, the server still stopped', async () => {
    await page.getByRole('link', { name: '扫码核验手里的这一份' }).click();
    await page.getByLabel('或粘贴核验网址').fill(qr);
    await page.getByRole('button', { name: '核验', exact: true }).click();
    expect(await new VerifyPage(page).verdict()).toBe('genuine');
    await page.goto(`${server.url}/verify`);
    await page.getByLabel('或粘贴核验网址').fill(qr.replace(/.$/, 'A').replace(/(.{30})$/, 'AAAA'));
    await page.getByRole('button', { name: '核验', exact: true }).click();
    expect(await new VerifyPage(page).verdict()).not.toBe('genuine');
  });

  await test.step('before it arrives the office does not know it; once it has, any phone does', async () => {
    await server.start();
    const phone = await launchTablet({ baseUrl: server.url, viewport: PHONE });
    const verify = new VerifyPage(await phone.context.newPage());
    await page.goto(`${server.url}/sync`);
    await page.getByRole('button', { name: '立即同步' }).click();
    await expect.poll(async () => (await rowsOn(page, 'outbox')).length).toBe(0);
    await verify.page.goto(qr);
    expect(await verify.verdict()).toBe('genuine');
  });

  await test.step('the supervisor puts an end to its key; the office seals what it issues then', async () => {
    const desk = await launchTablet({ baseUrl: server.url, viewport: DESK });
    const office = await desk.page('/login');
    await new LoginPage(office).signIn('supervisor', server.password);
    await office.waitForURL('**/findings');
    await office.goto(`${server.url}/devices`);
    await office.getByRole('button', { name: /注销 督查员一 .* 的签名密钥/ }).click();
    const dialog = office.getByRole('dialog');
    await dialog.getByRole('button', { name: '设备丢失' }).click();
    await dialog.getByRole('button', { name: '确认注销' }).click();
    // Not the passing word that says so as well.
    await expect(office.locator('dd').filter({ hasText: '已注销' })).toBeVisible();
    await expect(office.getByText('督查负责人：设备丢失')).toBeVisible();
  });
});
