/** Plays a script to its end, or to the first broken promise. */
import { checkAll, checkBugs } from '../laws/check.ts';
import { checkEnd } from '../laws/last-laws.ts';
import { LawBroken } from '../laws/law.ts';
import { watchPhotos } from '../laws/photo-watch.ts';
import type { Step } from '../steps/step.ts';
import { World } from '../world/world.ts';
import { heal } from './healing.ts';
import type { Script } from './script.ts';
import { STEPS, type StepName } from './steps.ts';

export interface Played {
  /** Null where every promise was kept. */
  readonly broken: { readonly law: string; readonly what: string } | null;
  readonly lines: readonly string[];
  /** Two runs of one script have the same. */
  readonly digest: string;
  /** Which steps had anything to do. */
  readonly done: readonly boolean[];
}

export async function play({ plan, steps }: Script): Promise<Played> {
  const world = await World.begin(plan);
  watchPhotos(world);
  const done: boolean[] = [];
  const onStray = (error: unknown) => world.bug(error);
  process.on('unhandledRejection', onStray);
  let broken: Played['broken'] = null;
  try {
    for (const step of steps) done.push(await take(world, step));
    await world.meter.rest();
    await checkAll(world);
    await heal(world);
    await checkAll(world);
    await checkEnd(world);
    world.trace.add(`the office stands at ${world.office.history.head}`);
  } catch (error) {
    if (!(error instanceof LawBroken)) throw error;
    broken = { law: error.law, what: error.message };
    world.trace.add(`  ✗ ${error.message}`);
  } finally {
    await world.end();
    process.off('unhandledRejection', onStray);
  }
  const { lines } = world.trace;
  return { broken, lines, digest: world.trace.digest(), done };
}

/** Answers whether the step had anything to do. */
async function take(world: World, step: Step<StepName>): Promise<boolean> {
  await world.wait(step.wait);
  const said = await STEPS[step.what](world, step);
  if (said !== null) world.trace.add(said);
  if (step.turns === null) {
    await world.meter.rest();
    await checkAll(world);
  } else {
    await world.meter.turns(step.turns);
    checkBugs(world);
  }
  return said !== null;
}
