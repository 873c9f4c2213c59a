/** A notice made into a PDF on a tablet, and whether its page goes on moving meanwhile. */
import type { Page } from '@playwright/test';
import { ShareDialog } from '../e2e/pages/share-dialog.ts';
import { fontsHere } from '../e2e/support/fonts-here.ts';
import { issueNotice } from '../e2e/support/issued-notice.ts';
import { signInInspector } from '../e2e/support/signed-in.ts';
import type { Bench } from './bench.ts';
import { atMost, median, round } from './figures.ts';
import { medianOf, race } from './race.ts';
import type { Section } from './report.ts';
import { slowRenderers } from './slow-process.ts';

const SLOWED = 4;
const OWN = '12 problems, 8 photos, slowed';
const OWN_UNSLOWED = '12 problems, 8 photos';
const LARGE = '60 problems, 40 photos';

export async function measureNotices({ stage, rounds }: Bench): Promise<Section[]> {
  const server = await stage.launchServer();
  const usual = await issueNotice(server, 12, 8);
  const large = await issueNotice(server, 60, 40);
  const tablet = await stage.launchTablet({ baseUrl: server.url });
  const page = await signInInspector(tablet, server);
  await fontsHere(page);
  const browser = page.context().browser();
  if (!browser) throw new Error('the tablet has no browser');
  const bytes = new Map<string, number>();
  const frames = new Map<string, number[]>();
  const maker = (name: string, id: string, times: number) => ({
    name,
    async run(nth: number) {
      await page.goto(`${server.url}/notices/${id}`);
      await new ShareDialog(page).open();
      const release = times > 1 ? await slowRenderers(browser, times) : () => undefined;
      try {
        const made = await page.evaluate(makePdf);
        if (nth > 0) frames.set(name, [...(frames.get(name) ?? []), made.longestFrame]);
        bytes.set(name, await sizeOn(page));
        return made.ms;
      } finally {
        release();
      }
    },
  });
  const lanes = await race(
    [maker(OWN, usual, SLOWED), maker(OWN_UNSLOWED, usual, 1), maker(LARGE, large, 1)],
    rounds,
  );
  const slowed = medianOf(lanes, OWN);
  const frame = median(frames.get(LARGE) ?? []);
  const megabytes = (name: string) => `${round((bytes.get(name) ?? 0) / 1e6, 2)} MB`;
  return [
    {
      title: 'A notice as PDF on the tablet',
      about: `From the press on PDF until the file can be saved. Photos of 300 KB each; the PDF holds the fonts' used characters. Slowed: the browser's pages and workers are stopped ${SLOWED - 1} quarters of the time, since its own throttle leaves workers as fast as they are.`,
      lanes,
      figures: [
        {
          what: 'notice of 12 problems and 8 photos → PDF, 4 × slowed',
          measured: `${round(slowed, 0)} ms, ${megabytes(OWN)}`,
          beside: `unslowed ${round(medianOf(lanes, OWN_UNSLOWED), 0)} ms`,
          target: atMost(6_000, 'ms', slowed),
          rounds: [],
        },
        {
          what: 'longest frame of the page while 60 problems and 40 photos are made a PDF',
          measured: `${round(frame)} ms`,
          beside: `whole way ${round(medianOf(lanes, LARGE), 0)} ms, ${megabytes(LARGE)}`,
          target: atMost(50, 'ms', frame),
          rounds: [(frames.get(LARGE) ?? []).map((ms) => `${ms.toFixed(1)} ms`).join(' · ')],
        },
      ],
    },
  ];
}

/** Presses PDF; the time until the file stands there, and the longest between two frames. */
async function makePdf(): Promise<{ ms: number; longestFrame: number }> {
  const named = (words: string) =>
    [...document.querySelectorAll('dialog button')].find(
      (button) => button.getAttribute('aria-label') === words || button.textContent === words,
    );
  const press = named('通知书 PDF');
  if (!(press instanceof HTMLElement)) throw new Error('there is no button for the PDF');
  const began = performance.now();
  press.click();
  let last = began;
  let longestFrame = 0;
  await new Promise<void>((resolve) => {
    const tick = (now: number) => {
      longestFrame = Math.max(longestFrame, now - last);
      last = now;
      if (named('存到本机')) resolve();
      else requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  return { ms: performance.now() - began, longestFrame };
}

async function sizeOn(page: Page): Promise<number> {
  const words = await page.locator('dialog .share-file').textContent();
  return Number(/([\d.]+) MB/.exec(words ?? '')?.[1] ?? 0) * 1e6;
}
