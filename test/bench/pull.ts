/** A pull after one change, in a history of 1,000 inspections and in one of 100,000. */
import { Agent } from 'node:http';
import type { Page } from '@playwright/test';
import { OfficeClient } from '../support/office-client.ts';
import type { Bench } from './bench.ts';
import { launchOffice, pullRows } from './city.ts';
import { atMost, type Figure, median, round } from './figures.ts';
import { ageOffice, answer, visit } from './history.ts';
import { cursorIn, postSync } from './post-sync.ts';
import { type Contender, medianOf, race } from './race.ts';
import type { Section } from './report.ts';
import { openSubject } from './subject-page.ts';

const FEW = 1_000;
const MANY = 100_000;
const ACCOUNT = 'supervisor';
/** Changes, each pulled by itself, whose median is one round. */
const CHANGES = 20;

/** An office with a history, and who changes it and who pulls. */
interface OldOffice {
  /** One answer of an inspector. */
  change(): Promise<void>;
  /** One pull over HTTP: its time (ms) and the size of its answer. */
  pull(): Promise<{ ms: number; bytes: number }>;
  readonly page: Page;
}

export async function measurePulls(bench: Bench): Promise<Section[]> {
  const { rounds } = bench;
  const agent = new Agent({ keepAlive: true });
  const sizes = new Map<string, number[]>();
  const few = await openOffice(bench, agent, FEW);
  const many = await openOffice(bench, agent, MANY);
  const names = (of: string) => [sayLane(of, FEW), sayLane(of, MANY)] as const;
  const [httpFew, httpMany] = names('over HTTP');
  const [tabletFew, tabletMany] = names('by the tablet');
  const lanes = await race(
    [
      overHttp(httpFew, few, sizes),
      overHttp(httpMany, many, sizes),
      byTablet(tabletFew, few),
      byTablet(tabletMany, many),
    ],
    rounds,
  );
  agent.destroy();
  const times = (what: string, own: string, beside: string): Figure => ({
    what,
    measured: `${round(medianOf(lanes, own), 2)} ms`,
    beside: `${FEW.toLocaleString('en')}: ${round(medianOf(lanes, beside), 2)} ms`,
    target: atMost(1.2, '×', medianOf(lanes, own) / medianOf(lanes, beside)),
    rounds: [],
  });
  const bytes = (name: string) => median(sizes.get(name) ?? []);
  return [
    {
      title: 'Pull after one change',
      about: `One answer changes on another tablet; then one pull that brings it, in an office with ${FEW.toLocaleString('en')} inspections and in one with ${MANY.toLocaleString('en')}. Over HTTP from this process, and by the product’s own loop in Chromium over a store that holds the whole history, until it is written strictly. A round is the median of ${CHANGES} changes.`,
      lanes,
      figures: [
        times('the server’s part, 100,000 beside 1,000', httpMany, httpFew),
        times('the whole pull on the tablet, 100,000 beside 1,000', tabletMany, tabletFew),
        {
          what: 'bytes of the answer',
          measured: `${bytes(httpMany)} bytes`,
          beside: `${FEW.toLocaleString('en')}: ${bytes(httpFew)} bytes`,
          target: atMost(1.2, '×', bytes(httpMany) / bytes(httpFew)),
          rounds: [],
        },
      ],
    },
  ];
}

function sayLane(how: string, inspections: number): string {
  return `${how}, ${inspections.toLocaleString('en')} inspections`;
}

async function openOffice(
  { stage, pages }: Bench,
  agent: Agent,
  inspections: number,
): Promise<OldOffice> {
  const server = await launchOffice(stage, pages);
  const { url, password } = server;
  const writer = await OfficeClient.signIn(url, 'inspector1', password);
  const city = await pullRows(server, ACCOUNT);
  const { id, itemIds } = await visit(writer, city);
  const like = (await pullRows(server, ACCOUNT)).inspection?.find((row) => row.id === id);
  if (!like) throw new Error('the visit was not pulled');
  // A browser for each: two servers on one host would share its cookies.
  const tablet = await stage.launchTablet({ baseUrl: url });
  const page = await openSubject(tablet, {
    url,
    page: 'history',
    params: { account: ACCOUNT, password },
  });
  await page.evaluate(() => window.oldTablet.open());
  const { cursor: head } = ageOffice(server, city, like, inspections);
  await page.evaluate(([count, row, cursor]) => window.oldTablet.age(count, row, cursor), [
    inspections,
    JSON.stringify(like),
    head,
  ] as const);
  const reader = await OfficeClient.signIn(url, ACCOUNT, password);
  let written: string = head;
  let read: string = head;
  let changes = 0;
  return {
    page,
    async change() {
      changes += 1;
      answer(writer, id, itemIds.at(-1) ?? '', changes % 2 === 0 ? 'met' : 'mostly');
      written = cursorIn(await postSync(agent, writer, written));
      writer.settle();
    },
    async pull() {
      const began = performance.now();
      const text = await postSync(agent, reader, read);
      const ms = performance.now() - began;
      read = cursorIn(text);
      return { ms, bytes: Buffer.byteLength(text) };
    },
  };
}

function overHttp(name: string, office: OldOffice, sizes: Map<string, number[]>): Contender {
  return {
    name,
    async run() {
      const times: number[] = [];
      // The reader may stand behind by what the tablet's rounds have changed.
      await office.pull();
      for (let nth = 0; nth < CHANGES; nth += 1) {
        await office.change();
        const { ms, bytes } = await office.pull();
        times.push(ms);
        sizes.set(name, [...(sizes.get(name) ?? []), bytes]);
      }
      return median(times);
    },
  };
}

function byTablet(name: string, { change, page }: OldOffice): Contender {
  return {
    name,
    async run() {
      const times: number[] = [];
      for (let nth = 0; nth < CHANGES; nth += 1) {
        await change();
        times.push(await page.evaluate(() => window.oldTablet.pullOne()));
      }
      return median(times);
    },
  };
}
