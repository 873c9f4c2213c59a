/** The first download: from nothing until the office's rows are stored and one of them is read back. */
import type { OfficeServer } from '../e2e/support/office-server.ts';
import type { Tablet } from '../e2e/support/tablet.ts';
import { type Bench, type Neighbours, withNeighbours } from './bench.ts';
import { growCity, launchOffice, pullRows, type Rows } from './city.ts';
import { atMost, round } from './figures.ts';
import { type Contender, medianOf, race } from './race.ts';
import type { Section } from './report.ts';
import { onSubject, type SubjectPlace } from './subject-page.ts';

const ACCOUNT = 'inspector1';
const OWN = 'xundian';
const BARE = 'bare fetch and one strict bulk put';
const MANY = 10_000;
/** Documents that a peer's server is filled with at once. */
const FILL = 1000;

interface Doc {
  readonly id: string;
  readonly name: string;
  readonly body: unknown;
}

export async function measureDownloads(bench: Bench): Promise<Section[]> {
  const { stage, pages } = bench;
  const small = await launchOffice(stage, pages);
  const large = await launchOffice(stage, pages);
  await growCity(large, MANY);
  const tablet = await stage.launchTablet({ baseUrl: small.url });
  return withNeighbours(bench, async (neighbours) => [
    await measureOne(bench, tablet, neighbours, small, 1.2),
    await measureOne(bench, tablet, neighbours, large, 1.1),
  ]);
}

async function measureOne(
  { rounds }: Bench,
  tablet: Tablet,
  neighbours: Neighbours,
  office: OfficeServer,
  limit: number,
): Promise<Section> {
  const rows = await pullRows(office, ACCOUNT);
  const points = rows.point?.length ?? 0;
  const places = await fillNeighbours(neighbours, rows, `rows-${points}`);
  const params = { account: ACCOUNT, password: office.password };
  const own = { name: OWN, place: { url: office.url, page: 'own', params } } as const;
  const lanes = await race(
    [own, ...places].map(({ name, place }): Contender => {
      const run = () =>
        onSubject(tablet, place, (page) => page.evaluate(() => window.subject.download()));
      return { name, run };
    }),
    rounds,
  );
  const ours = medianOf(lanes, OWN);
  const bare = medianOf(lanes, BARE);
  const count = Object.values(rows).reduce((sum, some) => sum + (some?.length ?? 0), 0);
  const bytes = Buffer.byteLength(JSON.stringify(rows));
  return {
    title: `First download, ${points.toLocaleString('en')} points`,
    about: `${points.toLocaleString('en')} points, ${rows.checklist?.length} checklists and what goes with them (${count.toLocaleString('en')} rows, ${round(bytes / 1e6, 2)} MB of JSON), from an empty browser until stored and one point read back. The product and the floor write strictly; the peers as they come.`,
    lanes,
    figures: [
      {
        what: `first download of ${points.toLocaleString('en')} points`,
        measured: `${round(ours, 0)} ms`,
        beside: `${BARE} ${round(bare, 0)} ms`,
        target: atMost(limit, '×', ours / bare),
        rounds: [],
      },
    ],
  };
}

interface Entrant {
  readonly name: string;
  readonly place: SubjectPlace;
}

/** Gives each neighbour's server the same rows; answers where they are to be had. */
async function fillNeighbours(
  { bare, pouchdb, rxdb }: Neighbours,
  rows: Rows,
  set: string,
): Promise<Entrant[]> {
  const docs = Object.entries(rows).flatMap(([name, some]) =>
    (some ?? []).map((body): Doc => ({ id: `${name}:${body.id}`, name, body })),
  );
  const params = { set, first: `point:${rows.point?.[0]?.id}`, rows: String(docs.length) };
  await send(`${bare.url}/rows/${set}`, 'PUT', rows);
  const entrants: Entrant[] = [{ name: BARE, place: { url: bare.url, page: 'bare', params } }];
  if (pouchdb) {
    const { url } = pouchdb;
    await send(`${url}/db/${set}`, 'PUT', {});
    await inParts(docs, (part) =>
      send(`${url}/db/${set}/_bulk_docs`, 'POST', {
        docs: part.map(({ id, ...doc }) => ({ _id: id, ...doc })),
      }),
    );
    const place = { url, page: 'pouchdb' } as const;
    entrants.push(
      { name: 'PouchDB 9, defaults', place: { ...place, params } },
      {
        name: 'PouchDB 9, batch_size 1000',
        place: { ...place, params: { ...params, batch: '1000' } },
      },
    );
  }
  if (rxdb) {
    const { url } = rxdb;
    await inParts(docs, (part) =>
      send(
        `${url}/rx/${set}`,
        'POST',
        part.map((doc) => ({ newDocumentState: { ...doc, _deleted: false } })),
      ),
    );
    const place = { url, page: 'rxdb' } as const;
    entrants.push(
      { name: 'RxDB 17 with Dexie, defaults', place: { ...place, params } },
      {
        name: 'RxDB 17 with Dexie, batchSize 1000',
        place: { ...place, params: { ...params, batch: '1000' } },
      },
    );
  }
  return entrants;
}

async function inParts(
  docs: readonly Doc[],
  fill: (part: readonly Doc[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < docs.length; from += FILL) await fill(docs.slice(from, from + FILL));
}

async function send(url: string, method: string, body: unknown): Promise<void> {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}
