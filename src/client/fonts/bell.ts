/** Something may have changed: whoever waits looks again. */
export class Bell {
  #waiting: (() => void)[] = [];
  #rung = false;

  /** Also for one who begins to wait only after it. */
  ring(): void {
    this.#rung = true;
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Resolves at the next ring, or after `ms` without one. */
  async rung(ms?: number): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
        this.#waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    this.#rung = false;
  }

  /** Resolves after `ms`, whatever rings meanwhile. */
  quiet(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }
}
