/**
 * The end of a run: every fault is over, everyone signs in again, and the
 * program is given the time that it needs. What it cannot put right now it has lost.
 */
import { retryPhoto } from '../../../src/client/store/blobs.ts';
import { LawBroken } from '../laws/law.ts';
import { isUpToDate } from '../laws/row-laws.ts';
import { setRole, signIn } from '../steps/office.ts';
import { flowOnce } from '../steps/wire.ts';
import type { Device } from '../world/device.ts';
import type { LocalStore } from '../world/local-store.ts';
import type { Page } from '../world/page.ts';
import { PEOPLE } from '../world/town.ts';
import type { World } from '../world/world.ts';

/** Longest wait of a back-off, and a little. */
const MINUTE = 61_000;
/** Round trips that all of a run's work can take. */
const MOST_TRIPS = 400;
const MOST_MINUTES = 12;

export async function heal(world: World): Promise<void> {
  await endFaults(world);
  for (const device of world.devices) {
    for (const store of device.stores.values()) await bringHome(world, device, store);
  }
  // Once more for those that came home before the others.
  for (const device of world.devices) {
    for (const store of device.stores.values()) {
      if (store.seen && !isUpToDate(world, store.seen)) await bringHome(world, device, store);
    }
  }
}

async function endFaults(world: World): Promise<void> {
  for (const device of world.devices) {
    device.online = true;
    device.isLineDear = false;
    device.disk.full = false;
    device.disk.failsAfter = null;
    for (const page of device.pages) world.kill(page);
  }
  for (const person of PEOPLE) {
    await setRole(world, person.accountId, person.role, person.unitId);
  }
  // What is still on its way arrives, late, with nobody to hear of it.
  for (let trips = 0; trips < MOST_TRIPS && (await flowOnce(world)); trips += 1);
}

async function bringHome(world: World, device: Device, store: LocalStore): Promise<void> {
  await signIn(world, device, store.accountId);
  const page = world.open(device, 0);
  await world.meter.rest();
  let trips = 0;
  for (let minute = 0; minute < MOST_MINUTES; minute += 1) {
    while (await flowOnce(world)) {
      trips += 1;
      if (trips > MOST_TRIPS)
        throw new LawBroken('all comes to rest', `${store.name} goes on and on`);
    }
    if (await isHome(store)) break;
    await world.wait(MINUTE);
    await tryAgain(page);
  }
  if (!(await isHome(store)))
    throw new LawBroken('all arrives in the end', sayWaiting(store, page));
  world.close(page);
  await world.meter.rest();
}

/** What a person does who wants it gone: 重试 at each photo that failed, and a look at the screen. */
async function tryAgain(page: Page): Promise<void> {
  const { desk, store } = page;
  if (!desk) return;
  for (const { sha256, state } of store.seen?.blobs ?? []) {
    if (state === 'failed') await page.run(() => retryPhoto(desk.db, sha256));
  }
  page.run(() => desk.loop.wake());
}

async function isHome(store: LocalStore): Promise<boolean> {
  const seen = await store.look();
  if (!seen || seen.facts.cursor === undefined) return false;
  const unsent = seen.blobs.filter(({ state }) => state !== 'arrived' && state !== 'held');
  return seen.outbox.length === 0 && unsent.length === 0;
}

function sayWaiting({ name, seen }: LocalStore, { desk }: Page): string {
  const photos = seen?.blobs.map(
    ({ sha256, state, error }) => `${sha256.slice(0, 8)} ${state} ${error}`,
  );
  return `${name} has ${seen?.outbox.length ?? '?'} deeds, photos ${photos}, ${JSON.stringify(desk?.status())}`;
}
