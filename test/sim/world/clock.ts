/** The world's time and the timers that pages have set. Nothing here goes off by itself. */

interface Timer {
  readonly at: number;
  readonly nth: number;
  readonly run: () => void;
}

/** A tablet that lies asleep for days does not catch up on every timer that it has missed. */
const MOST_AT_ONCE = 40;

export class Clock {
  #now: number;
  #made = 0;
  readonly #timers = new Set<Timer>();

  constructor(start: number) {
    this.#now = start;
  }

  /** Milliseconds since the epoch, as an infallible clock would show. */
  get now(): number {
    return this.#now;
  }

  /** Runs later; answers how to call it off. */
  after(ms: number, run: () => void): () => void {
    this.#made += 1;
    const timer: Timer = { at: this.#now + Math.max(0, Math.ceil(ms)), nth: this.#made, run };
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
    };
  }

  /** When the next timer goes off; null with none. */
  get nextAt(): number | null {
    return this.#first()?.at ?? null;
  }

  /** Moves on, and lets the timers on the way go off, with a breath after each. */
  async moveOn(ms: number, breathe: () => Promise<void>): Promise<void> {
    const to = this.#now + ms;
    for (let gone = 0; gone < MOST_AT_ONCE; gone += 1) {
      const timer = this.#first();
      if (!timer || timer.at > to) break;
      this.#timers.delete(timer);
      this.#now = Math.max(this.#now, timer.at);
      timer.run();
      await breathe();
    }
    this.#now = Math.max(this.#now, to);
  }

  #first(): Timer | null {
    let first: Timer | null = null;
    for (const timer of this.#timers) {
      if (!first || timer.at < first.at || (timer.at === first.at && timer.nth < first.nth)) {
        first = timer;
      }
    }
    return first;
  }
}
