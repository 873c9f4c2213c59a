/** A device's flash memory, which may be full or fail in the middle of a write. */
import type { Meter } from './meter.ts';

export class Disk {
  /** While true nothing that is written can be committed. */
  full = false;
  /** The next write fails after so many turns of the event loop; with 0 as it commits. */
  failsAfter: number | null = null;
  readonly #meter: Meter;

  constructor(meter: Meter) {
    this.#meter = meter;
  }

  /** Called as a transaction that may write begins. */
  take(tx: IDBTransaction): void {
    const turns = this.full ? 0 : this.failsAfter;
    this.failsAfter = null;
    if (turns === null) return;
    if (turns === 0) tx.commit = () => refuse(tx);
    else void this.#meter.turns(turns).then(() => refuse(tx));
  }
}

/** As a browser does it: all of the transaction is undone, and it says why. */
function refuse(tx: IDBTransaction): void {
  if (!abort(tx)) return;
  Reflect.set(tx, 'error', new DOMException('no room', 'QuotaExceededError'));
}

/** Undoes a transaction; false where it was in time, and goes through. */
export function abort(tx: IDBTransaction): boolean {
  try {
    tx.abort();
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
