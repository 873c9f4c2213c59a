/**
 * A cold start with the server stopped: from the address to a list that can be
 * used, on a CPU slowed four times, with 433 points and with 10,000. Beside it the
 * same rows read from the same store and written into a page by hand.
 */
import type { Stage } from '../e2e/support/stage.ts';
import type { Tablet } from '../e2e/support/tablet.ts';
import type { Bench } from './bench.ts';
import { growCity } from './city.ts';
import { atMost, round } from './figures.ts';
import { type Contender, medianOf, race } from './race.ts';
import type { Section } from './report.ts';
import { slowDown } from './subject-page.ts';
import { openWholeList } from './whole-list.ts';

const SLOWED = 4;
const FEW = 433;
const MANY = 10_000;
const OWN = 'xundian, 433 points';
const OWN_MANY = 'xundian, 10,000 points';
const BARE = 'bare read and list, 433 points';
const BARE_MANY = 'bare read and list, 10,000 points';

export async function measureColdStart({ stage, rounds }: Bench): Promise<Section[]> {
  const few = await tabletWith(stage, FEW);
  const many = await tabletWith(stage, MANY);
  const lanes = await race(
    [...starts(few, OWN, BARE), ...starts(many, OWN_MANY, BARE_MANY)],
    rounds,
  );
  const own = medianOf(lanes, OWN);
  const ownMany = medianOf(lanes, OWN_MANY);
  const ms = (value: number) => `${round(value, 0)} ms`;
  return [
    {
      title: `Cold offline start, ${SLOWED} × slowed CPU`,
      about:
        'The browser is started anew with the server stopped; from the navigation until the supervisor’s list has been painted and its search takes a key. Beside it, in the same browser, the points alone read from the store and listed by hand.',
      lanes,
      figures: [
        {
          what: 'cold offline start → list of 433 points usable',
          measured: ms(own),
          beside: `bare ${ms(medianOf(lanes, BARE))}`,
          target: atMost(1_200, 'ms', own),
          rounds: [],
        },
        {
          what: 'the same with 10,000 points',
          measured: ms(ownMany),
          beside: `433 points ${ms(own)}`,
          target: atMost(1.3, '×', ownMany / own),
          rounds: [],
        },
      ],
    },
  ];
}

/** A tablet that is off, with the whole office on it and no server to ask. */
async function tabletWith(stage: Stage, points: number): Promise<Tablet> {
  const server = await stage.launchServer();
  if (points !== FEW) await growCity(server, points);
  const tablet = await stage.launchTablet({ baseUrl: server.url });
  await openWholeList(tablet, server, points);
  await server.stop();
  await tablet.close();
  return tablet;
}

/** One start gives both: the app's own time, then the floor in the browser that is open. */
function starts(tablet: Tablet, own: string, bare: string): Contender[] {
  let floor = 0;
  return [
    {
      name: own,
      async run() {
        await tablet.open();
        const page = await tablet.context.newPage();
        await page.setViewportSize({ width: 1280, height: 800 });
        await slowDown(page, SLOWED);
        await page.goto(`${tablet.form.baseUrl}/today`, { waitUntil: 'commit' });
        const start = await page.evaluate(usableAt);
        floor = await page.evaluate(bareList);
        await tablet.close();
        return start;
      },
    },
    { name: bare, run: async () => floor },
  ];
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
