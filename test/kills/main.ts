/**
 * What `npm run soak -- --kills 200 [--seed N]` runs, half of it on either store;
 * with `--bite [fault]` the proof that it finds what is wrong.
 */
import { parseArgs } from 'node:util';
import { Stage } from '../e2e/support/stage.ts';
import { bite } from '../sim/bite/bite.ts';
import { LawBroken } from '../sim/laws/law.ts';
import { createDatabase, startCluster } from '../support/postgres.ts';
import { FAULTS } from './faults.ts';
import { type RunOptions, runKills } from './run.ts';

/** As much of the checkout as a build needs. */
const COPIED = [
  ...['src', 'sw', 'test', 'public', 'index.html', 'vite.config.ts'],
  ...['package.json', 'package-lock.json'],
];

/** Answers the exit code. */
export async function kills(argv: readonly string[]): Promise<number> {
  const { kills, seed, on, only } = readOptions(argv);
  const args = ['--kills', String(kills), '--seed', String(seed)];
  if (only !== null) return bite(process.cwd(), only, { faults: FAULTS, copied: COPIED, args });
  const cluster = on === 'SQLite' ? null : await startCluster();
  if (!cluster && on !== 'SQLite') console.log('No PostgreSQL was found on this machine.');
  const stage = new Stage();
  const strike = async () => {
    await stage.strike();
    await cluster?.stop();
  };
  // The browser is in a group of its own: no signal to this one reaches it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => strike().finally(() => process.exit(1)));
  }
  const onPostgres = !cluster ? 0 : on === 'PostgreSQL' ? kills : Math.floor(kills / 2);
  try {
    const onSqlite = kills - onPostgres;
    if (onSqlite > 0) await killOn(stage, { databaseUrl: undefined, kills: onSqlite, seed });
    await stage.strike();
    if (!cluster || onPostgres === 0) return 0;
    const databaseUrl = await createDatabase(cluster.url);
    // Not the same delays once more.
    const other = on === 'PostgreSQL' ? seed : seed + 1;
    await killOn(stage, { databaseUrl, kills: onPostgres, seed: other });
    return 0;
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    if (error instanceof Error && !(error.cause instanceof LawBroken)) console.error(error.cause);
    return 1;
  } finally {
    await strike();
  }
}

async function killOn(stage: Stage, options: Omit<RunOptions, 'say'>): Promise<void> {
  const { databaseUrl, kills, seed } = options;
  const began = performance.now();
  const say = (words: string) => console.log(words);
  const { tally, confirmed, unheard, msAKill } = await runKills(stage, { ...options, say });
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const store = databaseUrl === undefined ? 'SQLite' : 'PostgreSQL';
  console.log(
    `\n${kills} kills on ${store}, seed ${seed}: every promise kept, ${seconds} s, ${(msAKill / 1000).toFixed(2)} s a kill`,
  );
  console.log(`${confirmed} acts confirmed, ${unheard} under way at a kill\n${tally}\n`);
}

interface Options {
  readonly kills: number;
  readonly seed: number;
  /** 'SQLite' or 'PostgreSQL'; '' for half of them on each. */
  readonly on: string;
  /** Part of the name of the faults to try; null where none are to be tried. */
  readonly only: string | null;
}

function readOptions(argv: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      kills: { type: 'string', default: '200' },
      seed: { type: 'string', default: String(1 + (Date.now() % 1_000_000)) },
      on: { type: 'string', default: '' },
      bite: { type: 'boolean', default: false },
    },
  });
  const { kills, seed, on, bite } = values;
  const only = bite ? (positionals[0] ?? '') : null;
  return { kills: numberOf(kills), seed: numberOf(seed), on, only };
}

function numberOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`not a number: ${text}`);
  return Number(text);
}
