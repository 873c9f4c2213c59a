/**
 * A cold start with the server stopped: from the address to a list of 433 points
 * that can be used, on a CPU slowed four times. Its floor is the same rows read
 * from the same store and written into a page by hand.
 */
import type { Page } from '@playwright/test';
import { LoginPage } from '../e2e/pages/login-page.ts';
import { readyForOffline } from '../e2e/support/local-store.ts';
import type { Stage } from '../e2e/support/stage.ts';
import type { Tablet } from '../e2e/support/tablet.ts';
import { type Figure, median, round } from './figures.ts';

const ROUNDS = 5;
const SLOWED = 4;
const AIM_MS = 1_200;

export async function measureColdStart(stage: Stage): Promise<Figure> {
  const server = await stage.launchServer();
  const tablet = await stage.launchTablet({ baseUrl: server.url });
  const page = await tablet.page('/login');
  // The supervisor's list holds all 433, an inspector's only the group's own.
  await new LoginPage(page).signIn('supervisor', server.password);
  await page.waitForURL('**/findings');
  await readyForOffline(page);
  await page.goto(`${server.url}/today`);
  await page.locator('a[href^="/points/"]').first().waitFor();
  await server.stop();
  await tablet.close();
  const starts: number[] = [];
  const floors: number[] = [];
  const rounds: string[] = [];
  for (let nth = 0; nth <= ROUNDS; nth += 1) {
    await tablet.open();
    const { start, floor } = await oneRound(tablet);
    await tablet.close();
    if (nth === 0) continue;
    starts.push(start);
    floors.push(floor);
    rounds.push(
      `round ${nth}: list usable after ${round(start, 0)} ms, bare ${round(floor, 0)} ms`,
    );
  }
  return {
    what: 'offline cold start → list of 433 points usable, 4 × slowed CPU',
    measured: `${round(median(starts), 0)} ms`,
    floor: `bare read and list ${round(median(floors), 0)} ms`,
    ratio: `${round(median(starts) / median(floors), 1)} ×`,
    aim: '≤ 1,200 ms',
    reached: median(starts) <= AIM_MS,
    rounds,
  };
}

async function oneRound(tablet: Tablet): Promise<{ start: number; floor: number }> {
  const page = await tablet.context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await slow(page);
  await page.goto(`${tablet.form.baseUrl}/today`, { waitUntil: 'commit' });
  const start = await page.evaluate(usableAt);
  const floor = await page.evaluate(bareList);
  return { start, floor };
}

async function slow(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
}

/** Milliseconds from the navigation until the list has been painted and its search takes a key. */
async function usableAt(): Promise<number> {
  const there = () =>
    document.querySelector('a[href^="/points/"]') !== null &&
    document.querySelector('input[type=search]:not([disabled])') !== null;
  await new Promise<void>((resolve) => {
    if (there()) return resolve();
    const watch = new MutationObserver(() => {
      if (!there()) return;
      watch.disconnect();
      resolve();
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  return performance.now();
}

/** Reads the points of the store and lists them by hand, until painted (ms). */
async function bareList(): Promise<number> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
  const began = performance.now();
  for (const name of names) {
    const db = await settled(indexedDB.open(name));
    if (db.objectStoreNames.contains('point')) {
      const rows: { id: string; name: string; categoryName: string }[] = await settled(
        db.transaction('point').objectStore('point').getAll(),
      );
      const list = document.createElement('ul');
      for (const row of rows) {
        const line = document.createElement('li');
        line.textContent = `${row.name} ${row.categoryName} ${row.id}`;
        list.append(line);
      }
      document.body.replaceChildren(list);
    }
    db.close();
  }
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  return performance.now() - began;
}
