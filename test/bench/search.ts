/** What a key typed into the search costs the page that must answer it, with 10,000 points on the tablet. */
import type { CDPSession, Page } from '@playwright/test';
import { TodayPage } from '../e2e/pages/today-page.ts';
import type { Bench } from './bench.ts';
import { growCity } from './city.ts';
import { atMost, type Figure, median, percentile, round } from './figures.ts';
import { medianOf, race } from './race.ts';
import type { Section } from './report.ts';
import { slowDown } from './subject-page.ts';
import { openWholeList } from './whole-list.ts';

const SLOWED = 4;
const POINTS = 10_000;
const OWN = 'xundian, one key';
const BARE = 'a bare field, one key';
/** By name, by pinyin initials, by code. */
const WORDS = ['青山路', 'qsl', 'yl-0101'] as const;
/** Longer than the list waits before it follows a search that has come to rest. */
const REST_MS = 400;
/** By then the list is drawn, and what waits for the search to come to rest has not begun. */
const SHOWN_MS = 120;

export async function measureSearch({ stage, rounds }: Bench): Promise<Section[]> {
  const server = await stage.launchServer();
  await growCity(server, POINTS);
  const tablet = await stage.launchTablet({ baseUrl: server.url });
  const page = await openWholeList(tablet, server, POINTS);
  const today = new TodayPage(page);
  await today.tab('全部').click();
  const blank = await tablet.context.newPage();
  await blank.setContent('<input type="search">');
  const own = await typistOn(page, today.searchField);
  const bare = await typistOn(blank, blank.locator('input'));
  const keys: number[] = [];
  const lanes = await race(
    [
      {
        name: OWN,
        async run(nth) {
          const times = await own();
          if (nth > 0) keys.push(...times);
          return median(times);
        },
      },
      { name: BARE, run: async () => median(await bare()) },
    ],
    rounds,
  );
  const field = medianOf(lanes, BARE);
  const own50 = medianOf(lanes, OWN);
  const own95 = percentile(keys, 0.95);
  const key = (what: string, ms: number): Figure => ({
    what,
    measured: `${round(ms)} ms`,
    beside: `${BARE} ${round(field)} ms`,
    target: atMost(16, 'ms', ms - field),
    rounds: [],
  });
  return [
    {
      title: `A key typed in search, ${SLOWED} × slowed CPU`,
      about: `${POINTS.toLocaleString('en')} points in the supervisor’s list, all of them shown; ${WORDS.join(', ')} typed key by key. All that the page’s main thread computes within ${SHOWN_MS} ms of the key, in processor time as Chromium itself counts it (TaskDuration); what the same key costs in a bare field on an empty page is the browser’s own and is taken off. A lane’s value is its round’s median key.`,
      lanes,
      figures: [
        key('the search’s part of a key, p50', own50),
        { ...key('the same, p95', own95), rounds: [keys.map((ms) => ms.toFixed(1)).join(' · ')] },
      ],
    },
  ];
}

type Field = ReturnType<Page['locator']>;

/** Types the words into the field; answers the milliseconds of each key. */
async function typistOn(page: Page, field: Field): Promise<() => Promise<number[]>> {
  const session = await page.context().newCDPSession(page);
  // Processor time: what else runs on the machine meanwhile is no part of it.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await slowDown(page, SLOWED);
  return async () => {
    await page.bringToFront();
    const times: number[] = [];
    for (const word of WORDS) {
      await field.fill('');
      await field.focus();
      for (const key of word) {
        await rest(REST_MS);
        const before = await busyMs(session);
        await press(session, key);
        await rest(SHOWN_MS);
        times.push((await busyMs(session)) - before);
      }
    }
    return times;
  };
}

/** How long the page's main thread has worked since it began (ms). */
async function busyMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = metrics.find(({ name }) => name === 'TaskDuration');
  if (!metric) throw new Error('Chromium does not count its tasks');
  return metric.value * 1000;
}

/** A key of the keyboard, or a character as an input method hands it over. */
async function press(session: CDPSession, key: string): Promise<void> {
  if (!/[\x20-\x7e]/.test(key)) {
    await session.send('Input.insertText', { text: key });
    return;
  }
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
