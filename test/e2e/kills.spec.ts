/** Thirty real kills in the midst of real work; `npm run soak -- --kills 200` goes on from here. */
import { findPostgres } from '../../src/launch/postgres.mjs';
import { type RunResult, runKills } from '../kills/run.ts';
import { createDatabase, startCluster } from '../support/postgres.ts';
import { expect, test } from './support/test.ts';

const KILLS = 30;
/** Each aim is met once in so many. */
const HALF = KILLS / 2;
const SEED = 20261126;

/** The kills have really fallen where they were to fall. */
function expectHits({ tally, confirmed, msAKill }: RunResult): void {
  console.log(`${tally}\n${confirmed} acts confirmed, ${(msAKill / 1000).toFixed(2)} s a kill`);
  expect(tally.of('browser', 'capture')).toBeGreaterThan(0);
  for (const victim of ['browser', 'server'] as const) {
    for (const phase of ['push', 'committed, not told', 'upload', 'pull'] as const) {
      expect(tally.of(victim, phase), `${victim} in ${phase}`).toBeGreaterThan(0);
    }
  }
}

test('browser and server killed at any moment lose, double and hide nothing, on SQLite', async ({
  stage,
}) => {
  const kills = (await findPostgres()) === null ? KILLS : HALF;
  expectHits(await runKills(stage, { seed: SEED, kills, databaseUrl: undefined }));
});

test('browser and server killed at any moment lose, double and hide nothing, on PostgreSQL', async ({
  stage,
}) => {
  const cluster = await startCluster();
  test.skip(cluster === null, 'No PostgreSQL was found on this machine.');
  if (!cluster) return;
  try {
    const databaseUrl = await createDatabase(cluster.url);
    expectHits(await runKills(stage, { seed: SEED + 1, kills: HALF, databaseUrl }));
  } finally {
    // Its server is killed first: a database does not stop under a connection.
    await stage.strike();
    await cluster.stop();
  }
});
