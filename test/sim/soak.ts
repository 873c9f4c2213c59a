/**
 * `npm run soak -- --seeds 10000 [--from N]`: the long run. Two processes share
 * the seeds; the first broken promise is told with its fewest steps, and ends it.
 */
import { fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { draw } from './play/draw.ts';
import { failureOf } from './play/failure.ts';

const WORKERS = 2;
const TOLD_EVERY_MS = 15_000;

/** What a worker tells the one that began it. */
interface Word {
  readonly seed: number;
  readonly failure: string | null;
}

interface Range {
  readonly from: number;
  readonly seeds: number;
  /** Seconds that may be spent on finding the fewest steps. */
  readonly shrink: number;
}

/** Answers the exit code. */
export async function soak(argv: readonly string[], script: string): Promise<number> {
  const { worker, ...range } = readOptions(argv);
  const { from, seeds } = range;
  if (worker !== null) {
    await work(range, worker);
    return 0;
  }
  const began = performance.now();
  let done = 0;
  let told = began;
  const failure = await share(range, script, () => {
    done += 1;
    if (performance.now() - told < TOLD_EVERY_MS) return;
    told = performance.now();
    console.log(`${done} of ${seeds} seeds, ${rate(done, began)}`);
  });
  if (failure !== null) console.log(`\n${failure}`);
  await report(failure === null ? { kept: done, broken: 0 } : { kept: done - 1, broken: 1 });
  const verdict = failure === null ? 'every promise kept' : 'a promise broken';
  console.log(`\n${done} of ${seeds} seeds from ${from}: ${verdict}, ${rate(done, began)}`);
  return failure === null ? 0 : 1;
}

/** For whoever adds it to other runs. */
async function report(seeds: { readonly kept: number; readonly broken: number }): Promise<void> {
  const { SIM_REPORT: file } = process.env;
  if (file !== undefined) await writeFile(file, JSON.stringify(seeds));
}

function readOptions(argv: readonly string[]): Range & { readonly worker: number | null } {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      seeds: { type: 'string', default: '1000' },
      from: { type: 'string', default: '1' },
      shrink: { type: 'string', default: '240' },
      worker: { type: 'string' },
    },
  });
  const { seeds, from, shrink, worker } = values;
  return {
    seeds: numberOf(seeds),
    from: numberOf(from),
    shrink: numberOf(shrink),
    worker: worker === undefined ? null : numberOf(worker),
  };
}

function numberOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`not a number: ${text}`);
  return Number(text);
}

/** Resolves to the first failure, or null once all seeds are done. */
function share(
  { from, seeds, shrink }: Range,
  script: string,
  each: () => void,
): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const options = ['--from', `${from}`, '--seeds', `${seeds}`, '--shrink', `${shrink}`];
    const workers = Array.from({ length: WORKERS }, (_, nth) =>
      fork(script, [...options, '--worker', String(nth)]),
    );
    const end = (failure: string | null) => {
      for (const worker of workers) worker.kill();
      resolve(failure);
    };
    let working = workers.length;
    for (const worker of workers) {
      worker.on('message', (word: Word) => {
        each();
        if (word.failure !== null) end(word.failure);
      });
      worker.on('exit', (code) => {
        working -= 1;
        if (code !== null && code !== 0) reject(new Error('a worker of the simulation has died'));
        else if (working === 0) end(null);
      });
    }
  });
}

async function work({ from, seeds, shrink }: Range, nth: number): Promise<void> {
  // What the program tells the browser's console of its setbacks is the weather here.
  for (const level of ['warn', 'info'] as const) console[level] = () => undefined;
  // Whoever wanted to hear of it is gone.
  process.once('disconnect', () => process.exit());
  for (let seed = from + nth; seed < from + seeds; seed += WORKERS) {
    const failure = await failureOf(`seed ${seed}`, draw(seed), shrink * 1_000);
    const word: Word = { seed, failure: failure?.text ?? null };
    process.send?.(word);
  }
  process.disconnect();
}

function rate(done: number, began: number): string {
  const seconds = (performance.now() - began) / 1000;
  return `${seconds.toFixed(0)} s, ${(done / seconds).toFixed(1)} seeds a second`;
}
