/**
 * From the tap on an answer to the moment at which the device holds it for good,
 * beside a bare strict put and the peers' saves. The moment is the `complete` of
 * the app's own strict transaction, observed from outside.
 */
import type { Page } from '@playwright/test';
import { PointPage } from '../e2e/pages/point-page.ts';
import { signInInspector } from '../e2e/support/signed-in.ts';
import type { Tablet } from '../e2e/support/tablet.ts';
import { type Bench, type Neighbours, withNeighbours } from './bench.ts';
import { atMost, median, percentile, round } from './figures.ts';
import { medianOf, race } from './race.ts';
import type { Section } from './report.ts';
import { openSubject, type SubjectPlace, slowDown } from './subject-page.ts';

const TAPS = 25;
const OWN = 'xundian, tap to commit';
const BARE = 'bare strict put';
const SLOWED = 4;

/** Somebody who saves; answers the milliseconds of each. */
interface Saver {
  readonly name: string;
  readonly page: Page;
  save(count: number): Promise<number[]>;
}

export async function measureTaps(bench: Bench): Promise<Section[]> {
  const { stage, rounds } = bench;
  const server = await stage.launchServer();
  const tablet = await stage.launchTablet({ baseUrl: server.url });
  const online = await signInInspector(tablet, server);
  const address = await online.locator('a[href^="/points/"]').first().getAttribute('href');
  await server.stop();
  const page = await tablet.page(address ?? '/today');
  await new PointPage(page).startInspection();
  await page.evaluate(watchCommits);
  const own = { name: OWN, page, save: (count: number) => page.evaluate(tapAnswers, count) };
  return withNeighbours(bench, async (neighbours) => {
    const savers = [own, ...(await besides(tablet, neighbours))];
    return [await measureAt(savers, rounds, 1), await measureAt(savers, rounds, SLOWED)];
  });
}

async function besides(tablet: Tablet, { bare, pouchdb, rxdb }: Neighbours): Promise<Saver[]> {
  const saver = async (name: string, place: SubjectPlace): Promise<Saver> => {
    const page = await openSubject(tablet, place);
    await page.evaluate(writeStrictly);
    return { name, page, save: (count) => page.evaluate((n) => window.subject.save(n), count) };
  };
  const savers = [await saver(BARE, { url: bare.url, page: 'bare', params: {} })];
  if (pouchdb) {
    const place = { url: pouchdb.url, page: 'pouchdb', params: { set: 'taps' } } as const;
    savers.push(await saver('PouchDB 9 put, made strict', place));
  }
  if (rxdb) {
    const place = { url: rxdb.url, page: 'rxdb', params: { set: 'taps' } } as const;
    savers.push(await saver('RxDB 17 with Dexie insert, made strict', place));
  }
  return savers;
}

async function measureAt(savers: readonly Saver[], rounds: number, rate: number): Promise<Section> {
  const all = new Map<string, number[]>();
  for (const { page } of savers) await slowDown(page, rate);
  const lanes = await race(
    savers.map(({ name, page, save }) => ({
      name,
      async run(nth: number) {
        await page.bringToFront();
        const times = await save(TAPS);
        if (nth > 0) all.set(name, [...(all.get(name) ?? []), ...times]);
        return median(times);
      },
    })),
    rounds,
  );
  const taps = all.get(OWN) ?? [];
  const puts = all.get(BARE) ?? [];
  const at = (share: number) => ({
    measured: `${round(percentile(taps, share), 2)} ms`,
    beside: `${BARE} ${round(percentile(puts, share), 2)} ms`,
    rounds: [],
  });
  const slowed = rate > 1;
  const ratio = medianOf(lanes, OWN) / medianOf(lanes, BARE);
  const p50 = {
    ...at(0.5),
    what: 'tap on an answer → durably saved, p50',
    target: atMost(slowed ? 2.2 : 1.6, '×', ratio),
  };
  const p95 = {
    ...at(0.95),
    what: 'the same, p95',
    target: atMost(50, 'ms', percentile(taps, 0.95)),
  };
  return {
    title: slowed ? `Tap to durable, ${rate} × slowed CPU` : 'Tap to durable',
    about: `${TAPS} taps a round, each from the click to the \`complete\` of the strict transaction that holds answer and outbox row. A lane’s value is its round’s median. Between two saves of any lane lie 200 ms. The peers’ transactions were made strict, too.`,
    lanes,
    figures: slowed ? [p50, p95] : [p50],
  };
}

/** The peers' own default answers before the disk has it. */
function writeStrictly(): void {
  const open = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function transaction(stores, mode, options) {
    return open.call(this, stores, mode, { ...options, durability: 'strict' });
  };
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
    // As long as the peers' pages wait: the screen follows before the next tap.
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return times;
}
