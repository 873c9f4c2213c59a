/** All laws, over whatever has changed since they were last looked at. */
import { consoleLines } from '../world/browser.ts';
import type { LocalStore } from '../world/local-store.ts';
import type { World } from '../world/world.ts';
import { hold, LawBroken } from './law.ts';
import { numberIn } from './numbers.ts';
import { checkOffice } from './office-laws.ts';
import { acceptedIsShown, pendingIsOnTop, rowsAreTheOffices } from './row-laws.ts';
import { serverBook } from './server-book.ts';
import { checkStore } from './store-laws.ts';

/** Once everything is at rest. */
export async function checkAll(world: World): Promise<void> {
  checkBugs(world);
  checkOffice(world);
  for (const store of world.stores) if (store.changed) await look(world, store);
  numbersStandOnce(world);
}

async function look(world: World, store: LocalStore): Promise<void> {
  const seen = await store.look();
  if (!seen) return;
  const book = serverBook(world);
  const place = world.network.pullPlace(store.clientId, seen.facts.cursor);
  checkStore(store, seen, book);
  rowsAreTheOffices(world, store, seen, place === 'end');
  if (place !== 'anew') acceptedIsShown(store, seen, book);
  await pendingIsOnTop(store, seen);
  if (seen.outbox.length === 0) store.resetActors(actingIn(world, store));
}

function actingIn(world: World, store: LocalStore) {
  const pages = world.devices.flatMap((device) => device.pages);
  return pages.filter((page) => page.store === store).map((page) => page.session);
}

/** What the program threw, or wrote to the console as an error, is a bug unless the storage threw it. */
export function checkBugs(world: World): void {
  for (const { level, said } of consoleLines.splice(0)) {
    const error = said.at(-1);
    if (level === 'error' && !isOfStorage(error)) world.bug(error);
  }
  const [bug] = world.bugs;
  if (bug !== undefined) throw new LawBroken('nothing throws', bug);
}

function isOfStorage(error: unknown): boolean {
  if (error instanceof DOMException) return true;
  if (!(error instanceof Error)) return false;
  // Dexie wraps what the browser throws in classes of its own.
  return error.name === 'StorageTrouble' || 'inner' in error || /^Database|Abort/.test(error.name);
}

/** A number that was written on a notice, on whichever device, stands on no other. */
function numbersStandOnce(world: World): void {
  const book = serverBook(world);
  const bearers = new Map<string, string>();
  const bear = (number: string | null, bearer: string) => {
    if (number === null) return;
    const other = bearers.get(number) ?? bearer;
    hold(other === bearer, 'a number is used once', () => `${number} is on ${other} and ${bearer}`);
    bearers.set(number, bearer);
  };
  for (const line of [...book.journal.values()].flat()) {
    if (line.name === 'notice.issue')
      bear(numberIn(JSON.parse(line.args)), `${line.client}.${line.seq}`);
  }
  for (const store of world.stores) {
    for (const row of store.seen?.outbox ?? []) {
      if (row.name === 'notice.issue') bear(numberIn(row.args), `${store.clientId}.${row.seq}`);
    }
  }
}
