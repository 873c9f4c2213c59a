/** How many numbers each client should hold, remembered for a day: a quiet contact costs no query. */
import { addDays, type CivilDate, civilDateOf, instantOf } from '../../domain/civil.ts';
import { leaseSize, USE_DAYS } from '../../domain/lease-size.ts';
import type { Db } from '../store/database.ts';
import type { Register } from './register.ts';

export class LeaseSizes {
  readonly #register: Register;
  #day: CivilDate = '';
  readonly #known = new Map<string, number>();

  constructor(register: Register) {
    this.#register = register;
  }

  async of(db: Db, client: string, now: number): Promise<number> {
    const known = this.#on(now).get(client);
    return known ?? this.renew(db, client, now, []);
  }

  /** Reads the use again, with what is used and not written yet (ms). */
  async renew(db: Db, client: string, now: number, usedHere: readonly number[]): Promise<number> {
    const from = instantOf(addDays(civilDateOf(now), 1 - USE_DAYS), 0);
    const used = await this.#register.readUse(db, client, from);
    const size = leaseSize([...used, ...usedHere], now);
    this.#on(now).set(client, size);
    return size;
  }

  #on(now: number): Map<string, number> {
    const today = civilDateOf(now);
    if (today !== this.#day) this.#known.clear();
    this.#day = today;
    return this.#known;
  }
}
