/** IndexedDB by hand, for the floors. */

export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** A database whose stores are keyed by `key`; made where it is not there. */
export function openStores(
  name: string,
  stores: readonly string[],
  key: string,
): Promise<IDBDatabase> {
  const asking = indexedDB.open(name, 1);
  asking.onupgradeneeded = () => {
    for (const store of stores) asking.result.createObjectStore(store, { keyPath: key });
  };
  return settled(asking);
}

/** One transaction that is on the disk when this resolves. */
export function strictly(
  db: IDBDatabase,
  stores: string | readonly string[],
  work: (tx: IDBTransaction) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const names = typeof stores === 'string' ? [stores] : [...stores];
    const tx = db.transaction(names, 'readwrite', { durability: 'strict' });
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error ?? new Error('the transaction was undone'));
    work(tx);
  });
}
