/** What `npm run soak -- --kills 200 [--seed N]` runs: both stores by turns, a seed each. */
import { parseArgs } from 'node:util';
import { Stage } from '../e2e/support/stage.ts';
import { createDatabase, startCluster } from '../support/postgres.ts';
import { runKills } from './run.ts';

/** Answers the exit code. */
export async function kills(argv: readonly string[]): Promise<number> {
  const { kills, seed } = readOptions(argv);
  const cluster = await startCluster();
  if (!cluster) console.log('No PostgreSQL was found on this machine: all kills are on SQLite.');
  const shares = cluster ? [Math.ceil(kills / 2), Math.floor(kills / 2)] : [kills];
  try {
    for (const [nth, share] of shares.entries()) {
      if (share === 0) continue;
      const databaseUrl = nth === 1 && cluster ? await createDatabase(cluster.url) : undefined;
      await killOn(databaseUrl, share, seed);
    }
    return 0;
  } catch (error) {
    console.error(error);
    return 1;
  } finally {
    await cluster?.stop();
  }
}

async function killOn(databaseUrl: string | undefined, kills: number, seed: number): Promise<void> {
  const stage = new Stage();
  const began = performance.now();
  try {
    const say = (words: string) => console.log(words);
    const { tally, confirmed, unheard, msAKill } = await runKills(stage, {
      seed,
      kills,
      databaseUrl,
      say,
    });
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    const store = databaseUrl === undefined ? 'SQLite' : 'PostgreSQL';
    console.log(
      `\n${kills} kills on ${store}, seed ${seed}: every promise kept, ${seconds} s, ${(msAKill / 1000).toFixed(2)} s a kill`,
    );
    console.log(`${confirmed} acts confirmed, ${unheard} under way at a kill\n${tally}\n`);
  } finally {
    await stage.strike();
  }
}

function readOptions(argv: readonly string[]): { readonly kills: number; readonly seed: number } {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      kills: { type: 'string', default: '200' },
      seed: { type: 'string', default: String(1 + (Date.now() % 1_000_000)) },
    },
  });
  return { kills: numberOf(values.kills), seed: numberOf(values.seed) };
}

function numberOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`not a number: ${text}`);
  return Number(text);
}
