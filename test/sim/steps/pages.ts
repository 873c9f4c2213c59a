/** Tabs open and close, the worker wakes, and any of them is killed in the middle of anything. */
import type { World } from '../world/world.ts';
import { type Act, choose, deviceOf, tabOf } from './step.ts';

export const PAGES = {
  open(world, step) {
    const device = deviceOf(world, step);
    const nth = device.tabs.indexOf(null);
    if (nth < 0) return null;
    const page = world.open(device, nth);
    return `${page.name} opens as ${page.session.account}`;
  },

  close(world, step) {
    const page = tabOf(world, step);
    if (!page?.desk) return null;
    world.close(page);
    return `${page.name} closes`;
  },

  kill(world, step) {
    const page = choose(deviceOf(world, step).pages, step.dice[0]);
    if (!page) return null;
    world.kill(page);
    return `${page.name} is killed`;
  },

  /** The whole browser goes: all pages of a device at once, as when the battery is flat. */
  'battery-flat'(world, step) {
    const device = deviceOf(world, step);
    const { pages } = device;
    if (pages.length === 0) return null;
    for (const page of pages) world.kill(page);
    return `the battery of ${device.name} is flat`;
  },

  async worker(world, step) {
    const device = deviceOf(world, step);
    if (device.cookie === null) return null;
    const page = world.work(device);
    if (!page) return null;
    await untilItKnowsWhom(world, page);
    return `${page.name} wakes in the background`;
  },

  wake(world, step) {
    const page = tabOf(world, step);
    if (!page?.desk) return null;
    page.run(() => page.desk?.loop.wake());
    return `${page.name} is looked at`;
  },

  poke(world, step) {
    const page = tabOf(world, step);
    if (!page?.desk) return null;
    page.run(() => page.desk?.loop.poke());
    return `${page.name} is poked`;
  },

  /** A program from before the last change of the wire. */
  outdated(world, step) {
    const page = tabOf(world, step);
    if (!page || page.outdated) return null;
    page.outdated = true;
    return `${page.name} runs a program that is too old`;
  },

  /** The person takes the new version: the page is loaded anew. */
  update(world, step) {
    const page = tabOf(world, step);
    if (!page?.outdated) return null;
    const fresh = world.reopen(page, page.session);
    return `${page.name} is updated, and is now ${fresh.name}`;
  },
} satisfies Record<string, Act>;

/** Its note of who is signed in lies in one drawer for all devices: nobody else writes there meanwhile. */
async function untilItKnowsWhom(
  world: World,
  page: { readonly alive: boolean; readonly storage: { readonly isUsed: boolean } },
): Promise<void> {
  for (let nth = 0; nth < 200 && page.alive && !page.storage.isUsed; nth += 1) {
    await world.meter.turns(1);
  }
}
