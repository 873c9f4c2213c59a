/** Weeks of work done offline, from the network's return until the tablet holds every receipt. */
import type { Page } from '@playwright/test';
import type { Tablet } from '../e2e/support/tablet.ts';
import { OfficeClient } from '../support/office-client.ts';
import { reconnectApp } from './app-reconnect.ts';
import { type Bench, type Neighbours, withNeighbours } from './bench.ts';
import { launchOffice, pullRows } from './city.ts';
import { atLeast, atMost, type Figure, median, round } from './figures.ts';
import { type Contender, type Lane, medianOf, race } from './race.ts';
import type { Section } from './report.ts';
import { onSubject, type SubjectPlace } from './subject-page.ts';
import { type Deed, FINDINGS, NOTICES, offlineWork } from './work.ts';

const ACCOUNT = 'inspector1';
const OWN = 'xundian';
const APP = 'xundian, the whole app with its list open';
const FLOOR_C = 'floor c: bare IndexedDB outbox → POST → SQLite → outbox cleared, strict';
const POUCHDB = 'PouchDB 9, defaults';
const TUNED = ['PouchDB 9, batch_size 1000', 'RxDB 17 with Dexie, batchSize 1000'] as const;

interface Entrant {
  readonly name: string;
  place(nth: number): SubjectPlace;
  /** Does it on the prepared page (ms), where the page does not do so itself. */
  reconnect?(page: Page): Promise<number>;
  /** How many documents the server holds of that round. */
  arrived?(nth: number): Promise<number>;
}

export async function measureReconnect(bench: Bench): Promise<Section[]> {
  const office = await launchOffice(bench.stage, bench.pages);
  const { password, url } = office;
  const city = await pullRows(office, ACCOUNT);
  const { session } = await OfficeClient.signIn(url, ACCOUNT, password);
  const work = () => offlineWork(city, session.accountId);
  const tablet = await bench.stage.launchTablet({ baseUrl: url });
  const requests = new Map<string, number>();
  const own: Entrant = {
    name: OWN,
    place: () => ({ url, page: 'own', params: { account: ACCOUNT, password } }),
  };
  const lanes = await withNeighbours(bench, (neighbours) => {
    const app: Entrant = { ...own, name: APP, reconnect: reconnectApp };
    const entrants = [
      own,
      app,
      ...floors(neighbours),
      ...pouches(neighbours),
      ...rxdbs(neighbours),
    ];
    return race(
      entrants.map((entrant) => contender(tablet, entrant, work, requests)),
      bench.rounds,
    );
  });
  const megabytes = Buffer.byteLength(JSON.stringify(work())) / 1e6;
  const trips = [...requests].map(([name, count]) => `${name} ${count}`).join(', ');
  return [
    {
      title: 'Reconnect',
      about: `${FINDINGS} findings with one photo’s facts each and ${NOTICES} notices, made offline (${round(megabytes, 2)} MB of JSON), from the network’s return until every one is acknowledged and the tablet has kept that. Every server keeps them durably: SQLite with synchronous=FULL, LevelDB with a flush at each batch. The peers’ pages write with their own, relaxed durability; ours and the floors’ strictly. Requests: ${trips}.`,
      lanes,
      figures: figuresOf(lanes),
    },
  ];
}

function contender(
  tablet: Tablet,
  { name, place, reconnect, arrived }: Entrant,
  work: () => Deed[],
  requests: Map<string, number>,
): Contender {
  const measure = async (page: Page, deeds: readonly Deed[]) => {
    await page.evaluate((made) => window.subject.prepare(made), deeds);
    if (reconnect) return reconnect(page);
    let asked = 0;
    page.on('request', () => {
      asked += 1;
    });
    const ms = await page.evaluate(() => window.subject.reconnect());
    requests.set(name, asked);
    return ms;
  };
  return {
    name,
    async run(nth) {
      const deeds = work();
      const ms = await onSubject(tablet, place(nth), (page) => measure(page, deeds));
      const there = (await arrived?.(nth)) ?? deeds.length;
      if (there !== deeds.length) throw new Error(`${name}: ${there} of ${deeds.length} arrived`);
      return ms;
    },
  };
}

function floors({ bare: { url } }: Neighbours): Entrant[] {
  const floor = (letter: string, name: string): Entrant => ({
    name,
    place: () => ({ url, page: 'bare', params: { floor: letter } }),
  });
  return [
    floor('a', 'floor a: one POST, the server appends and flushes'),
    floor('b', 'floor b: one POST, one SQLite transaction'),
    floor('c', FLOOR_C),
  ];
}

function pouches({ pouchdb }: Neighbours): Entrant[] {
  if (!pouchdb) return [];
  const { url } = pouchdb;
  const entrant = (name: string, batch: string): Entrant => {
    const set = (nth: number) => `work${batch}-${nth}`;
    return {
      name,
      place: (nth) => ({ url, page: 'pouchdb', params: { set: set(nth), batch } }),
      async arrived(nth) {
        const { doc_count } = await (await fetch(`${url}/db/${set(nth)}`)).json();
        return doc_count;
      },
    };
  };
  return [entrant(POUCHDB, ''), entrant(TUNED[0], '1000')];
}

function rxdbs({ rxdb }: Neighbours): Entrant[] {
  if (!rxdb) return [];
  const { url } = rxdb;
  const entrant = (name: string, batch: string): Entrant => {
    const set = (nth: number) => `work${batch}-${nth}`;
    return {
      name,
      place: (nth) => ({ url, page: 'rxdb', params: { set: set(nth), batch } }),
      async arrived(nth) {
        const { documents } = await (
          await fetch(`${url}/rx/${set(nth)}?after=0&limit=9999`)
        ).json();
        return documents.length;
      },
    };
  };
  return [entrant('RxDB 17 with Dexie, defaults', ''), entrant(TUNED[1], '1000')];
}

function figuresOf(lanes: readonly Lane[]): Figure[] {
  const own = medianOf(lanes, OWN);
  const beside = (
    what: string,
    name: string,
    ratio: 'of ours' | 'ours of',
    limit: number,
  ): Figure[] => {
    const lane = lanes.find((one) => one.name === name);
    if (!lane) return [];
    const other = median(lane.times);
    return [
      {
        what,
        measured: `${round(own)} ms`,
        beside: `${name} ${round(other)} ms`,
        target:
          ratio === 'ours of' ? atMost(limit, '×', own / other) : atLeast(limit, '×', other / own),
        rounds: [],
      },
    ];
  };
  return [
    ...beside('ours beside floor c', FLOOR_C, 'ours of', 1.5),
    ...TUNED.flatMap((name) => beside('ahead of a tuned peer', name, 'of ours', 1)),
    ...beside('ahead of PouchDB’s defaults', POUCHDB, 'of ours', 5),
  ];
}
