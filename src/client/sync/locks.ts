/** Page, second tab and service worker never sync at once (invariant 9). */
export interface Locks {
  /** Runs alone among all holders of the name; waits its turn. */
  alone<R>(name: string, run: () => Promise<R>): Promise<R>;
  /** Runs alone, or not at all where another holds the name: then null. */
  aloneIfFree<R>(name: string, run: () => Promise<R>): Promise<R | null>;
}

export function webLocks(manager: LockManager): Locks {
  return {
    alone: async (name, run) => manager.request(name, run),
    aloneIfFree: async (name, run) =>
      manager.request(name, { ifAvailable: true }, async (lock) => (lock ? run() : null)),
  };
}

/** For browsers without Web Locks: within one page only. */
export function pageLocks(): Locks {
  const held = new Map<string, Promise<unknown>>();
  const alone = async <R>(name: string, run: () => Promise<R>): Promise<R> => {
    const before = held.get(name);
    const mine = before ? Promise.allSettled([before]).then(run) : run();
    held.set(name, mine);
    try {
      return await mine;
    } finally {
      if (held.get(name) === mine) held.delete(name);
    }
  };
  return {
    alone,
    aloneIfFree: async (name, run) => (held.has(name) ? null : alone(name, run)),
  };
}
