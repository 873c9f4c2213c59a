/** What a device's own parts do: its clock, its storage. */
import { type Act, choose, deviceOf, tabOf } from './step.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How far a tablet's clock is put: by a second, by a wrong zone, by a wrong year, or right again. */
const SKEWS = [0, 0, 900, -900, 7 * MINUTE, -7 * MINUTE, 8 * HOUR, -8 * HOUR, -400 * 24 * HOUR];

export const DEVICES = {
  clock(world, step) {
    const device = deviceOf(world, step);
    device.skew = choose(SKEWS, step.dice[0]) ?? 0;
    return `the clock of ${device.name} is off by ${device.skew} ms`;
  },

  'storage-full'(world, step) {
    const { disk, name } = deviceOf(world, step);
    if (disk.full) return null;
    disk.full = true;
    return `${name} has no room left`;
  },

  'storage-roomy'(world, step) {
    const { disk, name } = deviceOf(world, step);
    if (!disk.full) return null;
    disk.full = false;
    return `${name} has room again`;
  },

  'storage-fails'(world, step) {
    const { disk, name } = deviceOf(world, step);
    disk.failsAfter = step.dice[0] % 8;
    return `the next write of ${name} fails`;
  },

  'storage-closed'(world, step) {
    const page = tabOf(world, step);
    if (!page?.storage.closeUnder()) return null;
    return `the storage of ${page.name} is closed under it`;
  },

  'minutes-pass': (world, step) => pass(world, (1 + (step.dice[0] % 20)) * MINUTE),

  'days-pass': (world, step) => pass(world, (1 + (step.dice[0] % 5)) * 24 * HOUR),
} satisfies Record<string, Act>;

async function pass(world: Parameters<Act>[0], ms: number): Promise<string> {
  await world.wait(ms);
  return `${Math.round(ms / MINUTE)} minutes pass`;
}
