import { Dexie, RangeSet } from 'dexie';
import type { LocalDatabase } from './database.ts';
import { StorageTrouble, troubleCode } from './storage-trouble.ts';
import { type StoreName, Stores } from './stores.ts';

/**
 * Runs one step over the tables named, all of it or nothing, on the disk before
 * it resolves. The step may wait for nothing but its own reads. A connection
 * that the system closed under us (iOS does so when memory is short) is opened
 * again and the step tried once more; what still fails is thrown as a
 * StorageTrouble, for the person to see.
 */
export async function transact<R>(
  db: LocalDatabase,
  scope: readonly StoreName[],
  step: (stores: Stores) => Promise<R>,
): Promise<R> {
  try {
    return await once(db, scope, step);
  } catch (error) {
    if (troubleCode(error) !== 'closed') throw toldApart(error);
  }
  try {
    db.close({ disableAutoOpen: false });
    await db.open();
    return await once(db, scope, step);
  } catch (error) {
    throw toldApart(error);
  }
}

async function once<R>(
  db: LocalDatabase,
  scope: readonly StoreName[],
  step: (stores: Stores) => Promise<R>,
): Promise<R> {
  if (!db.isOpen()) throw new DOMException('the connection is gone', 'InvalidStateError');
  // Chrome's default answers before the bytes are on the disk.
  const tx = db.backendDB().transaction([...scope], 'readwrite', { durability: 'strict' });
  const end = endOf(tx);
  const stores = new Stores(tx, db.ranges);
  let result: R;
  try {
    result = await step(stores);
    tx.commit();
  } catch (error) {
    await undo(tx, end);
    throw error;
  }
  await end;
  // The person is told first; what they see is asked for anew right after.
  setTimeout(() => tell(db, stores), 0);
  return result;
}

function endOf(tx: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error ?? new DOMException('aborted', 'AbortError'));
  });
}

/** Waits until nothing of the transaction is left. */
async function undo(tx: IDBTransaction, end: Promise<void>): Promise<void> {
  try {
    tx.abort();
  } catch {
    // A failed write has aborted it before us.
    return;
  } finally {
    await Promise.allSettled([end]);
  }
}

const EVERYTHING = new RangeSet(Dexie.minKey, Dexie.maxKey);

/** Tells the screens' live queries, also those of other tabs, as Dexie tells its own writes. */
function tell(db: LocalDatabase, { written }: Stores): void {
  if (written.size === 0) return;
  const parts: Parameters<typeof Dexie.on.storagemutated.fire>[0] = {};
  for (const [table, keys] of written) {
    const path = `idb://${db.name}/${table}/`;
    const rows = () =>
      keys === null ? new RangeSet().add(EVERYTHING) : new RangeSet().addKeys(textOrNumber(keys));
    parts[path] = rows();
    parts[`${path}:dels`] = rows();
    for (const { name } of db.table(table).schema.indexes) {
      parts[`${path}${name}`] = new RangeSet().add(EVERYTHING);
    }
  }
  Dexie.on.storagemutated.fire(parts);
}

function textOrNumber(keys: readonly IDBValidKey[]): (string | number)[] {
  return keys.flatMap((key) => (typeof key === 'string' || typeof key === 'number' ? [key] : []));
}

/** A bug in a rule stays a bug; what the storage raised becomes a sentence. */
function toldApart(error: unknown): unknown {
  const storage = error instanceof DOMException || (error instanceof Error && 'inner' in error);
  return storage || troubleCode(error) !== 'failed' ? StorageTrouble.of(error) : error;
}
