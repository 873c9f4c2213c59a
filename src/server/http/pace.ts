/**
 * How often one address may ask what anybody may ask. In memory: a restart forgives,
 * which is nothing to be had here.
 */
import { Failure } from './failure.ts';

/** An attack from more addresses than this is forgotten and counted anew. */
const MOST_ADDRESSES = 20_000;

export class Pace {
  readonly #most: number;
  readonly #windowMs: number;
  #began = Number.NEGATIVE_INFINITY;
  readonly #asked = new Map<string, number>();

  constructor(most: number, windowMs: number) {
    this.#most = most;
    this.#windowMs = windowMs;
  }

  /** Counts one question; throws a Failure where the address has had its share of this window. */
  enter(address: string, now: number): void {
    if (now - this.#began >= this.#windowMs || now < this.#began) {
      this.#began = now;
      this.#asked.clear();
    }
    const asked = (this.#asked.get(address) ?? 0) + 1;
    if (this.#asked.size >= MOST_ADDRESSES) this.#asked.clear();
    this.#asked.set(address, asked);
    if (asked <= this.#most) return;
    const retryAfter = Math.max(1, Math.ceil((this.#began + this.#windowMs - now) / 1000));
    throw new Failure('too-many-attempts', { retryAfter });
  }
}
