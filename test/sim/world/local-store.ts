/** One person's store on one device: what the laws know of it besides the program. */
import type { Session } from '../../../src/protocol/session.ts';
import { Ledger } from './ledger.ts';
import { type Snapshot, takeSnapshot } from './snapshot.ts';

export class LocalStore {
  readonly name: string;
  readonly accountId: string;
  readonly ledger = new Ledger();
  /** As the server knows it; null before a page has opened the store for the first time. */
  clientId: string | null = null;
  /** Something was written since the last look. */
  changed = true;
  /** As last seen at rest: also what the person has on the screen. */
  seen: Snapshot | null = null;
  /** As whom pages have acted since the outbox was last empty; by what they may do. */
  readonly #actors = new Map<string, Session>();
  readonly #factory: IDBFactory;
  #connection: IDBDatabase | null = null;

  constructor(name: string, factory: IDBFactory, accountId: string) {
    this.name = name;
    this.accountId = accountId;
    this.#factory = factory;
  }

  /** A page acts here from now on. */
  enter(session: Session): void {
    this.#actors.set(`${session.role} ${session.unitId}`, session);
  }

  /** Forgets who acted before, since nothing of theirs is pending. */
  resetActors(acting: readonly Session[]): void {
    this.#actors.clear();
    for (const session of acting) this.enter(session);
  }

  /** As whom all that is pending was done; null where it was done under more than one role. */
  get acting(): Session | null {
    const [first = null] = this.#actors.values();
    return this.#actors.size === 1 ? first : null;
  }

  /** Reads it all; null while there is nothing to read. */
  async look(): Promise<Snapshot | null> {
    if (this.clientId === null) return null;
    this.#connection ??= await connect(this.#factory, `xundian-${this.accountId}`);
    this.seen = await takeSnapshot(this.#connection);
    this.changed = false;
    return this.seen;
  }
}

function connect(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name);
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}
