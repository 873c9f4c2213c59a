/** Does a deed in a page, and writes down what the person was told of it. */
import { type Deed, mutate } from '../../../src/client/store/mutate.ts';
import { StorageTrouble } from '../../../src/client/store/storage-trouble.ts';
import type { MutationArgs, MutationName } from '../../../src/protocol/mutations/index.ts';
import type { Outcome } from '../../../src/protocol/refusals.ts';
import { deedKey, type Promised } from '../world/ledger.ts';
import type { Desk, Page } from '../world/page.ts';
import type { Snapshot } from '../world/snapshot.ts';
import type { World } from '../world/world.ts';
import type { Step } from './step.ts';

/** A tab with a person before it, and what they see. */
export interface Scene {
  readonly world: World;
  readonly page: Page;
  readonly desk: Desk;
  readonly seen: Snapshot;
  readonly step: Step;
}

/** A deed whose arguments are all said; true where the screen said that it is saved. */
export function say<N extends MutationName>(
  scene: Scene,
  name: N,
  args: MutationArgs[N],
): Promise<boolean> {
  const deed: Deed<N> = { name, id: args.id, title: name, args: () => args };
  return sayBy(scene, name, args, () => mutate(scene.desk.author, deed));
}

/** The same, done by a function of the store that adds something of its own. */
export async function sayBy(
  scene: Scene,
  name: MutationName,
  args: object,
  run: () => Promise<Outcome>,
): Promise<boolean> {
  const { ledger } = scene.page.store;
  const promised = ledger.begin(ledger.deeds, deedKey(name, args));
  const outcome = await heard(scene, promised, run);
  if (outcome === null) return false;
  promised.fate = outcome.ok ? 'saved' : 'refused';
  tell(scene, `${name}: ${outcome.ok ? 'saved' : outcome.reason}`);
  return outcome.ok;
}

/** What comes of it, as far as the person hears; a failure of the storage is theirs to see. */
export async function heard<R>(
  scene: Scene,
  promised: Promised,
  run: () => Promise<R>,
): Promise<R | null> {
  const { page } = scene;
  page.awaited.push(promised);
  try {
    const result = await run();
    return page.alive ? result : null;
  } catch (error) {
    if (!page.alive) return null;
    if (!(error instanceof StorageTrouble)) throw error;
    promised.fate = 'failed';
    tell(scene, `not saved: ${error.code}`);
    return null;
  }
}

export function tell({ world, page }: Scene, words: string): void {
  world.trace.add(`    ${page.name} ${words}`);
}
