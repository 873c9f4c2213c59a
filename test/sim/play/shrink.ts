/** From a script that breaks a law to the fewest steps that still break it. */
import type { Step } from '../steps/step.ts';
import { play } from './play.ts';
import type { Script } from './script.ts';
import type { StepName } from './steps.ts';

type Steps = readonly Step<StepName>[];

/**
 * Leaves steps out, many at first and then one by one, as long as the same law
 * is broken without them.
 * @param budgetMs real time; what has been found by then is good enough
 */
export async function shrink(script: Script, law: string, budgetMs: number): Promise<Script> {
  const until = performance.now() + budgetMs;
  const stillBreaks = async (steps: Steps) => {
    const { broken } = await play({ ...script, steps });
    return broken?.law === law;
  };
  let { steps } = script;
  for (let size = Math.ceil(steps.length / 2); size >= 1; ) {
    const fewer = await leaveOut(steps, size, stillBreaks, until);
    if (performance.now() > until) return { ...script, steps: fewer };
    // Once more with single steps, since what one of them needed may be gone now.
    const again = size === 1 && fewer.length < steps.length;
    size = again ? 1 : Math.floor(size / 2);
    steps = fewer;
  }
  return { ...script, steps };
}

/** Tries to leave out each run of so many steps, from the end, where the least hangs on them. */
async function leaveOut(
  steps: Steps,
  size: number,
  stillBreaks: (steps: Steps) => Promise<boolean>,
  until: number,
): Promise<Steps> {
  let left = steps;
  for (let at = left.length - size; at > -size && performance.now() < until; at -= size) {
    const from = Math.max(0, at);
    const fewer = [...left.slice(0, from), ...left.slice(at + size)];
    if (fewer.length < left.length && (await stillBreaks(fewer))) left = fewer;
  }
  return left;
}
