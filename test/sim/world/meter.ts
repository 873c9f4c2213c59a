/** Tells when all is at rest: what is under way is counted, and every change is noticed. */
import { setImmediate } from 'node:timers/promises';

/** So many turns of the event loop without any change are rest. */
const STILL_TURNS = 3;
const MOST_TURNS = 50_000;

export class Meter {
  #underWay = 0;
  #changes = 0;

  begin(): void {
    this.#underWay += 1;
    this.#changes += 1;
  }

  end(): void {
    this.#underWay -= 1;
    this.#changes += 1;
  }

  get atRest(): boolean {
    return this.#underWay === 0;
  }

  /** Lets whatever can run go so many turns of the event loop further. */
  async turns(count: number): Promise<void> {
    for (let nth = 0; nth < count; nth += 1) await setImmediate();
  }

  /** Lets whatever can run go on until nothing does. */
  async rest(): Promise<void> {
    let still = 0;
    let changes = this.#changes;
    for (let nth = 0; nth < MOST_TURNS; nth += 1) {
      await setImmediate();
      still = this.atRest && changes === this.#changes ? still + 1 : 0;
      if (still === STILL_TURNS) return;
      changes = this.#changes;
    }
    throw new Error('the world does not come to rest');
  }
}

/** Waits, in real time, until no file of this process is being read or written. */
export async function filesAtRest(): Promise<void> {
  for (let still = 0; still < STILL_TURNS; ) {
    await setImmediate();
    const busy = process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq'));
    still = busy ? 0 : still + 1;
  }
}
