/** Web Locks of one device, shared by its pages. A page that dies lets go of what it holds. */
import type { Meter } from './meter.ts';

interface Ticket {
  readonly name: string;
  readonly holder: object;
  readonly grant: () => void;
}

export class LockRoom {
  readonly #held = new Map<string, Ticket>();
  #waiting: Ticket[] = [];
  readonly #meter: Meter;

  constructor(meter: Meter) {
    this.#meter = meter;
  }

  /** `navigator.locks` as one page sees it. */
  managerOf(page: { readonly alive: boolean }): LockManager {
    return new PageLocks(this, page);
  }

  /** Runs alone among the holders of a name; with `ifAvailable` at once or, told so, without it. */
  async take<R>(
    page: { readonly alive: boolean },
    name: string,
    ifAvailable: boolean,
    run: (isGranted: boolean) => Promise<R>,
  ): Promise<R> {
    if (!page.alive) return new Promise(() => undefined);
    if (ifAvailable && this.#held.has(name)) return run(false);
    const ticket = await this.#grant(page, name);
    try {
      return await run(true);
    } finally {
      this.#release(ticket);
    }
  }

  /** The page is gone: what it held is free, and what it waited for is no longer asked. */
  leave(page: object): void {
    this.#waiting = this.#waiting.filter((ticket) => ticket.holder !== page);
    for (const ticket of [...this.#held.values()]) {
      if (ticket.holder === page) this.#release(ticket);
    }
  }

  #grant(holder: object, name: string): Promise<Ticket> {
    return new Promise((resolve) => {
      const ticket: Ticket = {
        name,
        holder,
        grant: () => {
          this.#meter.begin();
          this.#meter.end();
          this.#held.set(name, ticket);
          resolve(ticket);
        },
      };
      if (this.#held.has(name)) this.#waiting.push(ticket);
      else ticket.grant();
    });
  }

  #release(ticket: Ticket): void {
    if (this.#held.get(ticket.name) !== ticket) return;
    this.#held.delete(ticket.name);
    const next = this.#waiting.find(({ name }) => name === ticket.name);
    if (!next) return;
    this.#waiting = this.#waiting.filter((one) => one !== next);
    next.grant();
  }
}

class PageLocks implements LockManager {
  readonly #room: LockRoom;
  readonly #page: { readonly alive: boolean };

  constructor(room: LockRoom, page: { readonly alive: boolean }) {
    this.#room = room;
    this.#page = page;
  }

  request<T>(name: string, callback: LockGrantedCallback<T>): Promise<Awaited<T>>;
  request<T>(
    name: string,
    options: LockOptions,
    callback: LockGrantedCallback<T>,
  ): Promise<Awaited<T>>;
  request<T>(
    name: string,
    options: LockOptions | LockGrantedCallback<T>,
    callback?: LockGrantedCallback<T>,
  ): Promise<Awaited<T>> {
    const run = typeof options === 'function' ? options : callback;
    if (!run) throw new TypeError('a lock needs something to run');
    const ifAvailable = typeof options === 'function' ? false : (options.ifAvailable ?? false);
    const lock: Lock = { name, mode: 'exclusive' };
    return this.#room.take(this.#page, name, ifAvailable, (isGranted) =>
      Promise.resolve(run(isGranted ? lock : null)),
    );
  }

  async query(): Promise<LockManagerSnapshot> {
    return { held: [], pending: [] };
  }
}
