/** A 12-megapixel photo made fit to travel, and whether the page goes on moving meanwhile. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { InspectionPage } from '../e2e/pages/inspection-page.ts';
import { PointPage } from '../e2e/pages/point-page.ts';
import { takePhoto } from '../e2e/support/photo-maker.ts';
import { signInInspector } from '../e2e/support/signed-in.ts';
import type { Bench } from './bench.ts';
import { atMost, median, round } from './figures.ts';
import { medianOf, race } from './race.ts';
import type { Section } from './report.ts';

const OWN = 'xundian, from the choice to the picture in the form';
const BARE = 'decoded, scaled and encoded on a bare page';

/** From the choice of the file to the picture, and the longest time between two frames in between (ms). */
interface Shown {
  readonly ms: number;
  readonly longestFrame: number;
}

declare global {
  interface Window {
    photoShown: Promise<Shown>;
  }
}

export async function measurePhotos({ stage, rounds }: Bench): Promise<Section[]> {
  const server = await stage.launchServer();
  const tablet = await stage.launchTablet({ baseUrl: server.url });
  const online = await signInInspector(tablet, server);
  const address = await online.locator('a[href^="/points/"]').first().getAttribute('href');
  const page = await tablet.page(address ?? '/today');
  await new PointPage(page).startInspection();
  await new InspectionPage(page).fail(1);
  const own = await chooserOn(page);
  const bare = await tablet.context.newPage();
  await bare.setContent('<input type="file">');
  const byHand = await chooserOn(bare);
  const folder = await stage.folder('photos');
  // Another picture each round: one that is known is not kept twice.
  const file = (nth: number) => join(folder, `${nth}.jpg`);
  for (let nth = 0; nth <= rounds; nth += 1) await takePhoto(online, file(nth), nth + 1);
  const longest: number[] = [];
  const lanes = await race(
    [
      {
        name: OWN,
        async run(nth) {
          await page.bringToFront();
          await page.evaluate(watchForPhoto, nth + 1);
          await own(file(nth));
          const { ms, longestFrame } = await page.evaluate(() => window.photoShown);
          if (nth > 0) longest.push(longestFrame);
          return ms;
        },
      },
      {
        name: BARE,
        async run(nth) {
          await bare.bringToFront();
          await byHand(file(nth));
          return bare.evaluate(scaleByHand);
        },
      },
    ],
    rounds,
  );
  const frame = median(longest);
  return [
    {
      title: 'A 12-megapixel photo',
      about:
        'A JPEG of 4000 × 3000 from the choice of the file until it stands in the form as 1600 px, hashed and kept on the disk; the longest time between two frames of the page meanwhile. Beside it the picture’s own work alone, by hand and without keeping it.',
      lanes,
      figures: [
        {
          what: 'longest frame while a photo is made fit',
          measured: `${round(frame)} ms`,
          beside: `whole way ${round(medianOf(lanes, OWN), 0)} ms, bare ${round(medianOf(lanes, BARE), 0)} ms`,
          target: atMost(50, 'ms', frame),
          rounds: [longest.map((ms) => `${ms.toFixed(1)} ms`).join(' · ')],
        },
      ],
    },
  ];
}

/** Chooses a file as the browser's own dialog does; Playwright would carry its bytes through the page. */
async function chooserOn(page: Page): Promise<(file: string) => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  return async (file) => {
    const { result } = await session.send('Runtime.evaluate', {
      expression: 'document.querySelector("input[type=file]")',
    });
    if (result.objectId === undefined) throw new Error('there is no field for a file');
    await session.send('DOM.setFileInputFiles', { files: [file], objectId: result.objectId });
  };
}

/** Sets `photoShown`, which resolves once so many photos stand in the form. */
function watchForPhoto(count: number): void {
  window.photoShown = new Promise((resolve) => {
    document.addEventListener(
      'change',
      () => {
        const began = performance.now();
        let last = began;
        let longestFrame = 0;
        const tick = (now: number) => {
          longestFrame = Math.max(longestFrame, now - last);
          last = now;
          if (document.querySelectorAll('[aria-label^="放大问题照片"]').length < count) {
            requestAnimationFrame(tick);
          } else resolve({ ms: performance.now() - began, longestFrame });
        };
        requestAnimationFrame(tick);
      },
      { capture: true, once: true },
    );
  });
}

async function scaleByHand(): Promise<number> {
  const file = document.querySelector('input')?.files?.[0];
  if (!file) throw new Error('no file was chosen');
  const began = performance.now();
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const canvas = new OffscreenCanvas(1600, 1200);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, 1600, 1200);
  await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.82 });
  return performance.now() - began;
}
