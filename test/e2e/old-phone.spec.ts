/** A messenger's browser of some years ago, which has no worker, no store and none of the newer methods. */
import type { BrowserContext } from '@playwright/test';
import { encodeSeal } from '../../src/protocol/seal-payload.ts';
import { payloadOf } from '../support/sealed-office.ts';
import { issueToUnit } from '../support/unit-notice.ts';
import { ReplyPage } from './pages/reply-page.ts';
import { VerifyPage } from './pages/verify-page.ts';
import { asFromCamera } from './support/exif.ts';
import { storedPhoto } from './support/photo-maker.ts';
import { PHONE } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

/** What came after Chrome 78 and Safari 13.1, which the page is built for, and what a private window lacks. */
async function becomeOld(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const later: [object, string[]][] = [
      [
        Array.prototype,
        ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'],
      ],
      [String.prototype, ['at', 'replaceAll', 'isWellFormed', 'toWellFormed']],
      [Object, ['hasOwn', 'groupBy']],
      [Map, ['groupBy']],
      [Array, ['fromAsync']],
      [Promise, ['any', 'withResolvers', 'try']],
      [AbortSignal, ['timeout', 'any', 'abort']],
      [Crypto.prototype, ['randomUUID']],
      [Set.prototype, ['union', 'intersection', 'difference', 'isSubsetOf']],
      [Navigator.prototype, ['serviceWorker', 'storage', 'locks', 'share', 'canShare']],
      [Blob.prototype, ['arrayBuffer', 'text', 'stream']],
      [
        window,
        [
          'structuredClone',
          'indexedDB',
          'caches',
          'OffscreenCanvas',
          'CompressionStream',
          'DecompressionStream',
          'BroadcastChannel',
          'reportError',
          'scheduler',
          'WeakRef',
        ],
      ],
    ];
    for (const [home, names] of later) for (const name of names) Reflect.deleteProperty(home, name);
  });
}

test('in an old messenger’s browser a notice is verified, signed for and answered with a photo', async ({
  launchServer,
  launchTablet,
}) => {
  const server = await launchServer();
  const phone = await launchTablet({ baseUrl: server.url, viewport: PHONE });
  const easel = await phone.context.newPage();
  const jpegs = [await storedPhoto(easel, 1), await storedPhoto(easel, 2)];
  await easel.close();
  const notice = await issueToUnit(server, jpegs);
  await becomeOld(phone.context);
  const page = await phone.context.newPage();
  await page.setViewportSize(PHONE);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  const reply = new ReplyPage(page);
  await reply.open(`${server.url}/v#${encodeSeal(payloadOf(notice))}`);
  expect(await new VerifyPage(page).verdict()).toBe('genuine');
  expect(await page.evaluate(() => 'indexedDB' in window || 'at' in Array.prototype)).toBe(false);
  await page.getByRole('link', { name: '反馈整改' }).click();
  await reply.sign('经办人甲');
  await expect(page.getByText('已签收').first()).toBeVisible();
  const problem = reply.problem('垃圾桶');
  await problem.begin('反馈整改');
  await problem.words.fill('已清运。');
  const camera = asFromCamera(jpegs[1] ?? new Uint8Array(), { takenAt: '2026:01:02 03:04:05' });
  await problem.choosePhoto({ name: '整改后.jpg', mimeType: 'image/jpeg', buffer: camera });
  await expect(problem.card.getByText(/已上传/)).toBeVisible();
  await problem.give();
  await expect(problem.card.getByText('反馈已收到').first()).toBeVisible();
  expect(errors).toEqual([]);
});
