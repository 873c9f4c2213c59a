/**
 * From the tap on an answer to the moment at which the device holds it for good,
 * against a bare strict IndexedDB put in the same page. The moment is the
 * `complete` of the app's own strict transaction, observed from outside.
 */
import type { Page } from '@playwright/test';
import { PointPage } from '../e2e/pages/point-page.ts';
import { signInInspector } from '../e2e/support/signed-in.ts';
import type { Stage } from '../e2e/support/stage.ts';
import { type Figure, median, percentile, round } from './figures.ts';

const ROUNDS = 6;
const TAPS = 25;

export async function measureTaps(stage: Stage): Promise<Figure[]> {
  const server = await stage.launchServer();
  const tablet = await stage.launchTablet({ baseUrl: server.url });
  const online = await signInInspector(tablet, server);
  const address = await online.locator('a[href^="/points/"]').first().getAttribute('href');
  await server.stop();
  const page = await tablet.page(address ?? '/today');
  await new PointPage(page).startInspection();
  await page.evaluate(watchCommits);
  const session = await page.context().newCDPSession(page);
  const figures: Figure[] = [];
  for (const [rate, aim] of [
    [1, 1.6],
    [4, 2.2],
  ] as const) {
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    figures.push(...(await measureAt(page, rate, aim)));
  }
  return figures;
}

async function measureAt(page: Page, rate: number, aim: number): Promise<Figure[]> {
  const taps: number[] = [];
  const puts: number[] = [];
  const medians: { tap: number; put: number }[] = [];
  const rounds: string[] = [];
  for (let nth = 0; nth <= ROUNDS; nth += 1) {
    const bare = await page.evaluate(barePuts, TAPS);
    const own = await page.evaluate(tapAnswers, TAPS);
    if (nth === 0) continue;
    taps.push(...own);
    puts.push(...bare);
    medians.push({ tap: median(own), put: median(bare) });
    rounds.push(
      `round ${nth}: tap ${round(median(own), 2)} ms, bare put ${round(median(bare), 2)} ms`,
    );
  }
  const ratio = median(medians.map(({ tap }) => tap)) / median(medians.map(({ put }) => put));
  const speed = rate === 1 ? '' : `, ${rate} × slowed CPU`;
  const p95 = percentile(taps, 0.95);
  const first: Figure = {
    what: `tap on an answer → durably saved, p50${speed}`,
    measured: `${round(percentile(taps, 0.5), 2)} ms`,
    floor: `bare strict put ${round(percentile(puts, 0.5), 2)} ms`,
    ratio: `${round(ratio, 2)} ×`,
    aim: `≤ ${aim} ×`,
    reached: ratio <= aim,
    rounds,
  };
  if (rate === 1) return [first];
  return [
    first,
    {
      what: `tap on an answer → durably saved, p95${speed}`,
      measured: `${round(p95, 1)} ms`,
      floor: `bare strict put ${round(percentile(puts, 0.95), 1)} ms`,
      ratio: `${round(p95 / percentile(puts, 0.95), 2)} ×`,
      aim: '≤ 50 ms',
      reached: p95 <= 50,
      rounds: [`${taps.length} taps`],
    },
  ];
}

/** Makes every commit of a write to the outbox an event of the page. */
function watchCommits(): void {
  const open = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function transaction(stores, mode, options) {
    const begun = open.call(this, stores, mode, options);
    if (mode === 'readwrite' && begun.objectStoreNames.contains('outbox')) {
      const { durability } = begun;
      begun.addEventListener('complete', () => {
        document.dispatchEvent(new CustomEvent('kept', { detail: durability }));
      });
    }
    return begun;
  };
}

async function tapAnswers(count: number): Promise<number[]> {
  const times: number[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const groups = document.querySelectorAll('[role=radiogroup]');
    const group = groups[nth % groups.length];
    const radios = group?.querySelectorAll('[role=radio]');
    // 符合 and 基本符合 in turns: every tap changes the answer.
    const radio = [...(radios ?? [])]
      .slice(0, 2)
      .find((one) => one.getAttribute('aria-checked') !== 'true');
    if (!(radio instanceof HTMLElement)) throw new Error('no answer to tap');
    const kept = new Promise<void>((resolve, reject) => {
      document.addEventListener(
        'kept',
        (event) => {
          const strict = event instanceof CustomEvent && event.detail === 'strict';
          if (strict) resolve();
          else reject(new Error('the answer was not written strictly'));
        },
        { once: true },
      );
    });
    const began = performance.now();
    radio.click();
    await kept;
    times.push(performance.now() - began);
    // The screen follows before the next tap, as it does under a thumb.
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  return times;
}

/** One small row, strictly, into a database of its own (ms each). */
async function barePuts(count: number): Promise<number[]> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const asking = indexedDB.open('bare', 1);
    asking.onupgradeneeded = () => asking.result.createObjectStore('rows', { keyPath: 'id' });
    asking.onsuccess = () => resolve(asking.result);
    asking.onerror = () => reject(asking.error);
  });
  const times: number[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const began = performance.now();
    await new Promise<void>((resolve, reject) => {
      const writing = db.transaction('rows', 'readwrite', { durability: 'strict' });
      writing.objectStore('rows').put({ id: nth, verdict: 'met', note: '', at: began });
      writing.oncomplete = () => resolve();
      writing.onerror = () => reject(writing.error);
    });
    times.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  db.close();
  return times;
}
