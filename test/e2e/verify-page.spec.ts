/** The verify page in a plain browser: no account, no app, no worker; every verdict on real keys and real files. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { encode } from 'uqr';
import { sayNumber } from '../../src/domain/notice-number.ts';
import { encodeSeal, qrOf } from '../../src/protocol/seal-payload.ts';
import { BlobStore } from '../../src/server/blobs/blob-store.ts';
import { readBox } from '../../src/server/fonts/box.ts';
import { FontStore } from '../../src/server/fonts/font-store.ts';
import { paperOfNotice } from '../../src/server/paper/find-paper.ts';
import { paperFiles } from '../../src/server/paper/paper-files.ts';
import { PaperMaker } from '../../src/server/paper/paper-maker.ts';
import { deed } from '../support/city-work.ts';
import { RawClient } from '../support/raw-client.ts';
import { type Issued, payloadOf, SealedOffice } from '../support/sealed-office.ts';
import { record, sealWith, testKey } from '../support/sealing.ts';
import { ROOT } from '../support/walls/source-file.ts';
import { VerifyPage } from './pages/verify-page.ts';
import { hindrancesOn } from './support/judge.ts';
import { DESK, PHONE } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

async function opened(page: Page, address: string): Promise<VerifyPage> {
  // A fresh page each time: only the part behind the hash differs.
  await page.goto('about:blank');
  await page.goto(address);
  return new VerifyPage(page);
}

const addressOf = ({ row }: Issued) => qrOf(row) ?? '';

test('genuine, altered, copied, voided, revoked and unknown are told apart on any phone', async ({
  launchServer,
  launchTablet,
}) => {
  const server = await launchServer();
  const office = await SealedOffice.open(server);
  const key = await testKey('Ed25519');
  await office.enrol(key);
  const { faces: fonts } = await readBox(join(ROOT, 'dist/fonts'));
  const issue = () =>
    office.issue((number, of) => sealWith(key, number, of), { address: server.url, fonts });
  const [good, other, spent] = [await issue(), await issue(), await issue()];
  const maker = new PaperMaker(
    new FontStore(server.place.dataDir),
    new BlobStore(server.place.dataDir),
  );
  const { pdf } = await paperFiles(maker, paperOfNotice(good.row));
  const { pdf: otherPdf } = await paperFiles(maker, paperOfNotice(other.row));

  const phone = await launchTablet({ baseUrl: server.url, viewport: PHONE });
  const page = await phone.context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') errors.push(line.text());
  });

  await test.step('genuine, with the facts in large type', async () => {
    const verify = await opened(page, addressOf(good));
    expect(await verify.verdict()).toBe('genuine');
    await expect(verify.fact('文号')).toHaveText(sayNumber(good.number));
    await expect(verify.fact('主送单位')).toHaveText('市城市管理执法局');
    await expect(verify.fact('签发日期')).toHaveText('2026年11月26日');
    await expect(verify.fact('问题数')).toHaveText('1 个');
    await page.getByRole('button', { name: '不一致' }).click();
    expect(await verify.verdict()).toBe('copied');
    await page.getByRole('button', { name: '一致', exact: true }).click();
    expect(await verify.verdict()).toBe('genuine');
  });

  await test.step('the page has neither a worker nor an account, and its address stays with it', async () => {
    const workers = () => navigator.serviceWorker.getRegistrations().then((all) => all.length);
    expect(await page.evaluate(workers)).toBe(0);
    expect(await phone.context.cookies()).toEqual([]);
    const urls = asked.map((line) => line.split(' ')[0] ?? '');
    expect(urls.filter((url) => !url.includes('#') && url.includes('AQ'))).toEqual([]);
  });

  await test.step('the very file, a changed one, and the file of another notice', async () => {
    const verify = await opened(page, addressOf(good));
    await verify.verdict();
    await verify.chooseFile('通知书.pdf', pdf);
    await expect(page.getByText('文件与签发时的一字不差')).toBeVisible();
    const changed = new Uint8Array(pdf);
    changed[5_000] = (changed[5_000] ?? 0) ^ 1;
    await verify.chooseFile('改过.pdf', changed);
    await expect(page.locator('[data-verdict=altered]')).toBeVisible();
    await verify.chooseFile('另一份.pdf', otherPdf);
    await expect(page.locator('[data-verdict=copied]')).toBeVisible();
    await expect(page.getByText(`文件里的文号是 ${sayNumber(other.number)}`)).toBeVisible();
    // Only its hash has left the phone.
    expect(Math.max(...asked.map((line) => line.length))).toBeLessThan(2_000);
  });

  await test.step('altered by one bit', async () => {
    const bytes = Buffer.from(encodeSeal(payloadOf(good.row)), 'base64url');
    // The number of problems.
    bytes[118] = (bytes[118] ?? 0) ^ 1;
    const verify = await opened(page, `${server.url}/v#${bytes.toString('base64url')}`);
    expect(await verify.verdict()).toBe('altered');
  });

  await test.step('voided, with the day and the reason', async () => {
    const supervisor = await RawClient.signIn(server.url, 'supervisor', server.password);
    await supervisor.sync();
    const args = { id: spent.id, reason: '主送单位有误' };
    await supervisor.sync([deed(1, 'notice.void', args)]);
    const verify = await opened(page, addressOf(spent));
    expect(await verify.verdict()).toBe('voided');
    await expect(page.getByText(/作废日期：\d+年\d+月\d+日。理由：主送单位有误。/)).toBeVisible();
  });

  await test.step('unknown: nothing of ours, and the key of a stranger', async () => {
    expect(await (await opened(page, `${server.url}/v#hello`)).verdict()).toBe('unknown');
    const seal = await sealWith(await testKey('ES256'), good.number, record());
    const forged = qrOf({ number: good.number, record: record({ address: server.url }), seal });
    expect(await (await opened(page, forged ?? '')).verdict()).toBe('unknown');
  });

  await test.step('revoked: what it signs from now on; what the books have stays', async () => {
    expect((await office.revoke('平板丢失')).status).toBe(200);
    const number = await office.draw();
    const of = record({ address: server.url });
    const qr = qrOf({ number, record: of, seal: await sealWith(key, number, of) });
    expect(await (await opened(page, qr ?? '')).verdict()).toBe('revoked');
    expect(await (await opened(page, addressOf(good))).verdict()).toBe('genuine');
  });

  await test.step('without a network it says so, and gives no verdict', async () => {
    const verify = await opened(page, addressOf(good));
    await verify.verdict();
    await server.stop();
    await page
      .getByLabel('选择 PDF 文件')
      .setInputFiles({ name: '通知书.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf) });
    await expect(page.getByRole('alert')).toContainText('连不上签发单位的服务器');
    await expect(page.locator('[data-verdict]')).toHaveCount(0);
  });
  expect(errors.filter((error) => !error.includes('Failed to load resource'))).toEqual([]);
});

test('the verify page hinders nobody, and brings a QR out of a photograph', async ({
  office: server,
  launchTablet,
}) => {
  const office = await SealedOffice.open(server, 'inspector2');
  const issued = await office.issue(async () => null, { address: server.url });
  const tablet = await launchTablet({ baseUrl: server.url, viewport: PHONE });
  const page = await tablet.context.newPage();
  const found: string[] = [];
  for (const viewport of [PHONE, DESK]) {
    await page.setViewportSize(viewport);
    for (const address of [`${server.url}/v`, addressOf(issued)]) {
      await opened(page, address);
      await page.getByRole('button', { name: '核验' }).waitFor();
      for (const theme of ['light', 'dark'] as const)
        found.push(...(await hindrancesOn(page, theme)));
    }
  }
  expect(found).toEqual([]);

  const verify = await opened(page, `${server.url}/v`);
  await page.getByLabel('拍摄或选择二维码照片').setInputFiles({
    name: '照片.png',
    mimeType: 'image/png',
    buffer: await photoOf(page, addressOf(issued)),
  });
  expect(await verify.verdict()).toBe('genuine');
  expect(page.url()).toBe(addressOf(issued));
});

/** The QR as a phone sees it: on grey, with a border, somewhat askew. */
async function photoOf(page: Page, text: string): Promise<Buffer> {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const base64 = await page.evaluate(
    ({ rows, modules }) => {
      const canvas = document.createElement('canvas');
      canvas.width = 1_500;
      canvas.height = 1_200;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.fillStyle = '#8a8f88';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.translate(380, 150);
      context.rotate(0.06);
      const edge = 860 / modules;
      rows.forEach((row, y) => {
        row.forEach((dark, x) => {
          context.fillStyle = dark ? '#222' : '#e8e6df';
          context.fillRect(x * edge, y * edge, edge + 0.5, edge + 0.5);
        });
      });
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    },
    { rows: data, modules: size },
  );
  return Buffer.from(base64, 'base64');
}
