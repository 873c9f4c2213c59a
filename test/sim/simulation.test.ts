/** The simulation itself: what it finds can be found again. */
import { expect, test } from 'vitest';
import { PINNED } from './pinned.ts';
import { draw } from './play/draw.ts';
import { failureOf } from './play/failure.ts';
import { play } from './play/play.ts';
import { readScript, writeScript } from './play/script.ts';

test('a seed is played the same way every time', async () => {
  for (const seed of [3, 14, 15]) {
    const script = draw(seed);
    const [once, again] = [await play(script), await play(script)];
    expect(again.lines).toEqual(once.lines);
    expect(again.digest).toBe(once.digest);
  }
});

test('a script that was written down is the same script', () => {
  const script = draw(9);
  expect(readScript(writeScript(script))).toEqual(script);
});

test('what once broke a promise breaks none any more', async () => {
  for (const { why, script } of PINNED) {
    const failure = await failureOf(why, readScript(script), 0);
    if (failure) throw new Error(failure.text);
  }
});
