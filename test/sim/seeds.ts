/** The seeds of `npm test`, in lots, so that each has its own line and its own time. */
import { test } from 'vitest';
import { draw } from './play/draw.ts';
import { failureOf } from './play/failure.ts';

const LOT = 10;
/** Only a broken promise takes so long: the seeds of a lot need a few seconds. */
const LOT_MS = 90_000;
const SHRINK_MS = 45_000;

export function testSeeds(from: number, to: number): void {
  for (let first = from; first < to; first += LOT) {
    test(`seeds ${first} to ${first + LOT - 1} keep every promise`, {
      timeout: LOT_MS,
    }, async () => {
      for (let seed = first; seed < first + LOT; seed += 1) {
        const failure = await failureOf(`seed ${seed}`, draw(seed), SHRINK_MS);
        if (failure) throw new Error(failure.text);
      }
    });
  }
}
