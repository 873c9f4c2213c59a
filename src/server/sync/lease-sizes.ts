/** How many numbers each client should hold, remembered for a day: a quiet contact costs no query. */
import { leaseSize, officeDay, USE_DAYS } from '../../domain/lease-size.ts';
import type { Db } from '../store/database.ts';
import type { Register } from './register.ts';

export class LeaseSizes {
  readonly #register: Register;
  #day = -1;
  readonly #known = new Map<string, number>();

  constructor(register: Register) {
    this.#register = register;
  }

  async of(db: Db, client: string, now: number): Promise<number> {
    return this.#on(now).get(client) ?? this.renew(db, client, now, []);
  }

  /** Reads the use again, with what is used and not written yet (ms). */
  async renew(db: Db, client: string, now: number, usedHere: readonly number[]): Promise<number> {
    const perDay = await this.#register.readUse(db, client, officeDay(now) + 1 - USE_DAYS);
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
