/** One page of a device: a tab, or a turn of the service worker. It may be gone at any moment. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Author } from '../../../src/client/store/author.ts';
import type { LocalDatabase } from '../../../src/client/store/database.ts';
import type { SyncLoop } from '../../../src/client/sync/loop.ts';
import type { SyncStatus } from '../../../src/client/sync/status.ts';
import type { Session } from '../../../src/protocol/session.ts';
import type { Clock } from './clock.ts';
import type { Device } from './device.ts';
import type { Promised } from './ledger.ts';
import type { LocalStore } from './local-store.ts';
import type { Meter } from './meter.ts';
import { PageStorage } from './storage.ts';

/** Whose code is running. */
const here = new AsyncLocalStorage<Page>();

export function currentPage(): Page | undefined {
  return here.getStore();
}

/** What an open tab works with. */
export interface Desk {
  readonly author: Author;
  readonly db: LocalDatabase;
  readonly loop: SyncLoop;
  status(): SyncStatus;
}

export class Page {
  readonly name: string;
  readonly device: Device;
  readonly store: LocalStore;
  /** Who it believes to serve: as remembered when it was opened. */
  readonly session: Session;
  readonly storage: PageStorage;
  /** Null until it is open, and once it is being closed. */
  desk: Desk | null = null;
  alive = true;
  /** Speaks a protocol that the server no longer takes. */
  outdated = false;
  /** What this page is to tell the person about. */
  readonly awaited: Promised[] = [];
  readonly #clock: Clock;

  constructor(
    name: string,
    device: Device,
    session: Session,
    world: { clock: Clock; meter: Meter },
  ) {
    this.name = name;
    this.device = device;
    this.session = session;
    this.store = device.storeOf(session.accountId);
    this.store.enter(session);
    this.#clock = world.clock;
    const wrote = () => {
      this.store.changed = true;
    };
    this.storage = new PageStorage(device.databases, device.disk, world.meter, wrote);
  }

  /** The device's own time, right or wrong (ms). */
  now(): number {
    return this.#clock.now + this.device.skew;
  }

  /** Runs the program's code as this page's. */
  run<R>(work: () => R): R {
    return here.run(this, work);
  }

  /** A timer that goes off while the page is alive. */
  later(run: () => void, ms: number): () => void {
    return this.#clock.after(ms, () => {
      if (this.alive) this.run(run);
    });
  }

  /** Ends it here and now, whatever it is in the middle of. */
  kill(): void {
    this.alive = false;
    this.desk = null;
    this.storage.kill();
    this.device.locks.leave(this);
    this.store.ledger.leave(this.awaited);
  }

  /** It has ended by itself. */
  gone(): void {
    this.alive = false;
    this.desk = null;
    this.device.locks.leave(this);
    this.store.ledger.leave(this.awaited);
  }
}
