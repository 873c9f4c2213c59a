/** `npm run bench`: one measurement after another, nothing else running beside them. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Stage } from '../e2e/support/stage.ts';
import { createDatabase, startCluster } from '../support/postgres.ts';
import { ROOT } from '../support/walls/source-file.ts';
import { openBarePostgres } from './bare-postgres.ts';
import { openBareSqlite } from './bare-sqlite.ts';
import type { Bench } from './bench.ts';
import { measureColdStart } from './cold-start.ts';
import { measureDownloads } from './download.ts';
import { sayFigure } from './figures.ts';
import { measureFirstLoad } from './first-load.ts';
import { measureLedger } from './ledger.ts';
import { sayMachine } from './machine.ts';
import { measureNotices } from './notice.ts';
import { measurePhotos } from './photo.ts';
import { measurePulls } from './pull.ts';
import { measurePushes } from './pushes.ts';
import { sayLanes } from './race.ts';
import { measureReconnect } from './reconnect.ts';
import { reportOf, type Section } from './report.ts';
import { measureSearch } from './search.ts';
import { buildPages, OWN_PAGES, PEER_PAGES } from './site-pages.ts';
import { measureTaps } from './tap.ts';

const MEASUREMENTS: Readonly<Record<string, (bench: Bench) => Promise<Section[]>>> = {
  reconnect: measureReconnect,
  download: measureDownloads,
  tap: measureTaps,
  pull: measurePulls,
  pushes: async (bench) => [
    await measurePushes(bench, 'SQLite', openBareSqlite(), {}),
    ...(await pushesOnPostgres(bench)),
  ],
  ledger: async (bench) => [
    await measureLedger(bench, 'SQLite', async () => ({})),
    ...(await ledgerOnPostgres(bench)),
  ],
  'first-load': measureFirstLoad,
  'cold-start': measureColdStart,
  search: measureSearch,
  photo: measurePhotos,
  notice: measureNotices,
};

export interface Asked {
  /** Names of measurements; all of them, and the report is written, where it is empty. */
  readonly only: readonly string[];
  readonly rounds: number;
  readonly peers: boolean;
}

export async function bench({ only, rounds, peers }: Asked): Promise<void> {
  const unknown = only.filter((name) => !(name in MEASUREMENTS));
  if (unknown.length > 0) {
    throw new Error(`no such measurement: ${unknown}; there are ${Object.keys(MEASUREMENTS)}`);
  }
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a number from 1');
  const began = new Date();
  const sections: Section[] = [];
  const hall = new Stage();
  try {
    const pages = await hall.folder('pages');
    await buildPages(pages, peers ? [...OWN_PAGES, ...PEER_PAGES] : OWN_PAGES);
    for (const [name, measure] of Object.entries(MEASUREMENTS)) {
      if (only.length > 0 && !only.includes(name)) continue;
      console.log(`▶ ${name}`);
      sections.push(...(await onStage((stage) => measure({ stage, rounds, pages, peers }))));
    }
  } finally {
    await hall.strike();
  }
  const minutes = (Date.now() - began.getTime()) / 60_000;
  console.log(`${minutes.toFixed(1)} minutes`);
  if (only.length > 0) return;
  const run = {
    machine: await sayMachine(),
    date: began.toISOString().slice(0, 10),
    command: 'npm run bench',
    rounds,
    remarks: await readFile(join(ROOT, 'test/bench/remarks.md'), 'utf8'),
    missing: peers ? [] : ['the peers, which could not be installed here'],
  };
  await writeFile(join(ROOT, 'test/bench/RESULTS.md'), reportOf(sections, run));
}

async function onStage(measure: (stage: Stage) => Promise<Section[]>): Promise<Section[]> {
  const stage = new Stage();
  try {
    const sections = await measure(stage);
    for (const { title, lanes, figures } of sections) {
      console.log(`\n${title}`);
      if (lanes.length > 0) console.log(sayLanes(lanes));
      for (const figure of figures) console.log(sayFigure(figure));
    }
    return sections;
  } finally {
    await stage.strike();
  }
}

/** None where this machine has no PostgreSQL. */
async function pushesOnPostgres(bench: Bench): Promise<Section[]> {
  const cluster = await startCluster({ durable: true });
  if (!cluster) {
    console.log('– PostgreSQL was not found on this machine: its figures are left out');
    return [];
  }
  try {
    const bare = await openBarePostgres(await createDatabase(cluster.url));
    const url = await createDatabase(cluster.url);
    return [await measurePushes(bench, 'PostgreSQL', bare, { DATABASE_URL: url })];
  } finally {
    await cluster.stop();
  }
}

/** None where this machine has no PostgreSQL. */
async function ledgerOnPostgres(bench: Bench): Promise<Section[]> {
  const cluster = await startCluster({ durable: true });
  if (!cluster) return [];
  try {
    const env = async () => ({ DATABASE_URL: await createDatabase(cluster.url) });
    return [await measureLedger(bench, 'PostgreSQL', env)];
  } finally {
    await cluster.stop();
  }
}
