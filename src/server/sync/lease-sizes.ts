/** How many numbers each client should hold, remembered for a day: a quiet contact costs no query. */
import { leaseSize, officeDay, USE_DAYS } from '../../domain/lease-size.ts';
import type { Db } from '../store/database.ts';
import type { Register } from './register.ts';

/** Whose use counts, and of which series: the numbers of letters are never lent. */
export interface Holder {
  readonly client: string;
  readonly agency: string;
}

export class LeaseSizes {
  readonly #register: Register;
  #day = -1;
  readonly #known = new Map<string, number>();

  constructor(register: Register) {
    this.#register = register;
  }

  async of(db: Db, holder: Holder, now: number): Promise<number> {
    return this.#on(now).get(holder.client) ?? this.renew(db, holder, now, []);
  }

  /** Reads the use again, with what is used and not written yet (ms). */
  async renew(db: Db, holder: Holder, now: number, usedHere: readonly number[]): Promise<number> {
    const { client } = holder;
    const perDay = await this.#register.readUse(db, holder, officeDay(now) + 1 - USE_DAYS);
    for (const at of usedHere) {
      const day = officeDay(at);
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
    }
    const size = leaseSize(perDay.values());
    this.#on(now).set(client, size);
    return size;
  }

  #on(now: number): Map<string, number> {
    const today = officeDay(now);
    if (today !== this.#day) this.#known.clear();
    this.#day = today;
    return this.#known;
  }
}
