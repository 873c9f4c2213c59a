/**
 * One thing that happens to the world. It says all that there is to say, so that
 * a list of steps can be played again without the dice that made it; where it
 * does not fit, because a step before it was left out, it does nothing.
 */

import type { Device } from '../world/device.ts';
import type { Page } from '../world/page.ts';
import type { World } from '../world/world.ts';

export interface Step<Name extends string = string> {
  readonly what: Name;
  /** Which device and which of its two tabs, from 0. */
  readonly device: number;
  readonly tab: number;
  /** Four throws, each from 0 to 999, for what there is to choose. */
  readonly dice: readonly [number, number, number, number];
  /** Milliseconds that pass before it. */
  readonly wait: number;
  /** Turns of the event loop that it gets before the next one; null until all is at rest. */
  readonly turns: number | null;
}

/** Does a step; answers what was done in a few words, or null where there was nothing to do. */
export type Act = (world: World, step: Step) => string | null | Promise<string | null>;

export function deviceOf(world: World, step: Step): Device {
  const device = world.devices[step.device % world.devices.length];
  if (!device) throw new Error('the world has no device');
  return device;
}

/** The open tab that a step means: on its device, or on the next that has one. */
export function tabOf(world: World, step: Step): Page | null {
  for (let nth = 0; nth < world.devices.length; nth += 1) {
    const { tabs } = deviceOf(world, { ...step, device: step.device + nth });
    const open = tabs.filter((page) => page !== null).filter((page) => page.alive);
    const page = choose(open, step.tab);
    if (page) return page;
  }
  return null;
}

export function choose<T>(list: readonly T[], die: number): T | undefined {
  return list.length === 0 ? undefined : list[die % list.length];
}
