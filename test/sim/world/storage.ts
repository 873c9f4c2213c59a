/**
 * IndexedDB as one page sees it: the device's own databases, through connections
 * that know what is under way, so that the page can be killed in the middle of it.
 */
import { forceCloseDatabase } from 'fake-indexeddb';
import { abort, type Disk } from './disk.ts';
import type { Meter } from './meter.ts';

export class PageStorage {
  readonly factory: IDBFactory;
  readonly #under: IDBFactory;
  readonly #disk: Disk;
  readonly #meter: Meter;
  readonly #wrote: () => void;
  readonly #connections = new Set<IDBDatabase>();
  readonly #running = new Set<IDBTransaction>();
  #dead = false;
  /** The page has asked for a database. */
  isUsed = false;

  /** @param wrote called whenever something written here is durable */
  constructor(under: IDBFactory, disk: Disk, meter: Meter, wrote: () => void) {
    this.#under = under;
    this.#disk = disk;
    this.#meter = meter;
    this.#wrote = wrote;
    this.factory = {
      cmp: (a, b) => under.cmp(a, b),
      databases: () => under.databases(),
      deleteDatabase: (name) => under.deleteDatabase(name),
      open: (name, version) => this.#open(name, version),
    };
  }

  /** The page is gone: what it had not committed never happened, and nothing follows. */
  kill(): void {
    this.#dead = true;
    this.#undo();
    for (const connection of this.#connections) connection.close();
  }

  /** The system closes the connections under the page, as iOS does when memory is short. */
  closeUnder(): boolean {
    const open = [...this.#connections];
    this.#undo();
    this.#connections.clear();
    // Typed as taking the class of a connection instead of one.
    for (const connection of open) Reflect.apply(forceCloseDatabase, null, [connection]);
    return open.length > 0;
  }

  #open(name: string, version: number | undefined): IDBOpenDBRequest {
    if (this.#dead) throw new DOMException('the page is gone', 'InvalidStateError');
    this.isUsed = true;
    const request = this.#under.open(name, version);
    this.#meter.begin();
    request.addEventListener('upgradeneeded', () => {
      if (request.transaction) this.#watch(request.transaction);
      if (this.#dead) this.#undo();
    });
    request.addEventListener('error', () => this.#meter.end());
    request.addEventListener('success', () => {
      this.#meter.end();
      if (this.#dead) request.result.close();
      else this.#adopt(request.result);
    });
    return request;
  }

  #adopt(connection: IDBDatabase): void {
    const begin = connection.transaction.bind(connection);
    this.#connections.add(connection);
    connection.addEventListener('close', () => this.#connections.delete(connection));
    connection.transaction = (names, mode, options) => {
      if (this.#dead) throw new DOMException('the page is gone', 'InvalidStateError');
      const tx = begin(names, mode, options);
      this.#watch(tx);
      if (mode === 'readwrite') this.#disk.take(tx);
      return tx;
    };
  }

  #watch(tx: IDBTransaction): void {
    this.#running.add(tx);
    this.#meter.begin();
    const over = () => {
      this.#running.delete(tx);
      this.#meter.end();
    };
    tx.addEventListener('abort', over);
    tx.addEventListener('complete', () => {
      over();
      if (tx.mode !== 'readonly') this.#wrote();
    });
  }

  #undo(): void {
    for (const tx of this.#running) abort(tx);
  }
}
