/** What the first screen does not need: asked for behind it, so that nothing needs the network afterwards. */

type Load = () => Promise<unknown>;

const waiting: Load[] = [];
let underWay: Promise<unknown> = Promise.resolve();
let halted = false;

export function loadLater(load: Load): void {
  waiting.push(load);
}

/** Fetches all of it in the background, one after another. */
export async function loadTheRest(): Promise<void> {
  for (const load of waiting) {
    if (halted) return;
    underWay = load().catch((error: unknown) => {
      console.info('页面留待用到时再载入', error);
    });
    await underWay;
  }
}

/** Asks for nothing more; resolves once nothing is on its way. */
export async function haltLoading(): Promise<void> {
  halted = true;
  await underWay;
}
