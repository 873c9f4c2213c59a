/** `npm run bench`: the figures one after another, nothing else running beside them. */

import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { Stage } from '../e2e/support/stage.ts';
import { createDatabase, startCluster } from '../support/postgres.ts';
import { ROOT } from '../support/walls/source-file.ts';
import { openBarePostgres } from './bare-postgres.ts';
import { openBareSqlite } from './bare-sqlite.ts';
import { measureColdStart } from './cold-start.ts';
import { type Figure, reportOf, sayFigure } from './figures.ts';
import { measureFirstLoad } from './first-load.ts';
import { measurePushes } from './pushes.ts';
import { measureTaps } from './tap.ts';

const MEASUREMENTS: Readonly<Record<string, (stage: Stage) => Promise<Figure[]>>> = {
  'first-load': async () => [await measureFirstLoad()],
  'cold-start': async (stage) => [await measureColdStart(stage)],
  tap: measureTaps,
  'pushes-sqlite': (stage) => measurePushes(stage, 'SQLite', openBareSqlite(), {}),
  'pushes-postgresql': measureOnPostgres,
};

/** @param only names of measurements; all of them, and the report is written, where it is empty */
export async function bench(only: readonly string[]): Promise<void> {
  const unknown = only.filter((name) => !(name in MEASUREMENTS));
  if (unknown.length > 0) {
    throw new Error(`no such measurement: ${unknown}; there are ${Object.keys(MEASUREMENTS)}`);
  }
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(MEASUREMENTS)) {
    if (only.length > 0 && !only.includes(name)) continue;
    const stage = new Stage();
    try {
      for (const figure of await measure(stage)) {
        figures.push(figure);
        console.log(sayFigure(figure));
      }
    } finally {
      await stage.strike();
    }
  }
  if (only.length > 0) return;
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}, Node ${process.versions.node}`;
  await writeFile(join(ROOT, 'test/bench/RESULTS.md'), reportOf(figures, machine));
}

async function measureOnPostgres(stage: Stage): Promise<Figure[]> {
  const cluster = await startCluster();
  if (!cluster) {
    console.log('– PostgreSQL was not found on this machine: its figures are left out');
    return [];
  }
  try {
    const bare = await openBarePostgres(await createDatabase(cluster.url));
    const url = await createDatabase(cluster.url);
    return await measurePushes(stage, 'PostgreSQL', bare, { DATABASE_URL: url });
  } finally {
    await cluster.stop();
  }
}
