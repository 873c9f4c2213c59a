/** A tablet: what outlives its pages. */
import { IDBFactory } from 'fake-indexeddb';
import type { Session } from '../../../src/protocol/session.ts';
import { Disk } from './disk.ts';
import { LocalStore } from './local-store.ts';
import { LockRoom } from './locks.ts';
import type { Meter } from './meter.ts';
import type { Page } from './page.ts';

export class Device {
  readonly name: string;
  readonly id: string;
  readonly databases: IDBFactory = new IDBFactory();
  readonly disk: Disk;
  readonly locks: LockRoom;
  readonly stores = new Map<string, LocalStore>();
  /** Two tabs, and the service worker. */
  readonly tabs: (Page | null)[] = [null, null];
  worker: Page | null = null;
  online = true;
  /** By mobile data; the person wants photos to wait for Wi-Fi. */
  isLineDear = false;
  /** How far its clock is ahead of the world's (ms). */
  skew = 0;
  /** The session's cookie; null where nobody is signed in. */
  cookie: string | null = null;
  /** Who the device remembers to be signed in. */
  session: Session;

  constructor(name: string, id: string, session: Session, meter: Meter) {
    this.name = name;
    this.id = id;
    this.session = session;
    this.disk = new Disk(meter);
    this.locks = new LockRoom(meter);
  }

  storeOf(accountId: string): LocalStore {
    const known = this.stores.get(accountId);
    if (known) return known;
    const store = new LocalStore(`${this.name}/${accountId}`, this.databases, accountId);
    this.stores.set(accountId, store);
    return store;
  }

  get pages(): Page[] {
    return [...this.tabs, this.worker].filter((page) => page !== null);
  }

  /** The pages that no longer are make room. */
  forgetDead(): void {
    this.tabs.forEach((page, nth) => {
      if (page && !page.alive) this.tabs[nth] = null;
    });
    if (this.worker && !this.worker.alive) this.worker = null;
  }
}
