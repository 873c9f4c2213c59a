import type { RowOf, TableName } from '../../protocol/rows/index.ts';
import type { LocalRows } from './tables.ts';

/** Every table of this device by name: the office's and its own. */
export interface AllRows extends RowOf, LocalRows {}
export type StoreName = keyof AllRows;

/**
 * The tables within one transaction, straight on IndexedDB: a tap must not cost
 * much more than the bare write. Reads asked for in one breath travel together;
 * a write that fails takes the whole transaction with it.
 */
export class Stores {
  /** Keys written, by table; null for more than is worth telling one by one. */
  readonly written = new Map<StoreName, IDBValidKey[] | null>();
  private readonly tx: IDBTransaction;
  private readonly ranges: KeyRanges;

  constructor(tx: IDBTransaction, ranges: KeyRanges) {
    this.tx = tx;
    this.ranges = ranges;
  }

  get<T extends StoreName>(table: T, key: IDBValidKey): Promise<AllRows[T] | undefined> {
    return answerOf(this.tx.objectStore(table).get(key));
  }

  getMany<T extends StoreName>(
    table: T,
    keys: readonly IDBValidKey[],
  ): Promise<(AllRows[T] | undefined)[]> {
    return Promise.all(keys.map((key) => this.get(table, key)));
  }

  all<T extends StoreName>(table: T): Promise<AllRows[T][]> {
    return answerOf(this.tx.objectStore(table).getAll());
  }

  list<T extends StoreName>(table: T, index: string, value: IDBValidKey): Promise<AllRows[T][]> {
    return answerOf(this.tx.objectStore(table).index(index).getAll(value));
  }

  /** Rows with keys from one to another, both included; in order, at most so many. */
  between<T extends StoreName>(
    table: T,
    low: IDBValidKey,
    high: IDBValidKey,
    limit: number,
  ): Promise<AllRows[T][]> {
    return answerOf(this.tx.objectStore(table).getAll(this.ranges.bound(low, high), limit));
  }

  count(table: StoreName): Promise<number> {
    return answerOf(this.tx.objectStore(table).count());
  }

  /** The lowest keys of a table, in order. */
  keys(table: StoreName, limit?: number): Promise<IDBValidKey[]> {
    return answerOf(this.tx.objectStore(table).getAllKeys(null, limit));
  }

  put<T extends TableName>(table: T, row: RowOf[T]): void;
  put<T extends keyof LocalRows>(table: T, row: LocalRows[T]): void;
  put(table: StoreName, row: object): void {
    const store = this.tx.objectStore(table);
    store.put(row);
    this.note(table, keyOf(store, row));
  }

  /** As `put`, for a row that must be new. */
  add<T extends keyof LocalRows>(table: T, row: LocalRows[T]): void {
    const store = this.tx.objectStore(table);
    store.add(row);
    this.note(table, keyOf(store, row));
  }

  delete(table: StoreName, key: IDBValidKey): void {
    this.tx.objectStore(table).delete(key);
    this.note(table, key);
  }

  /** Deletes all rows up to a key, that one included. */
  deleteUpTo(table: StoreName, last: IDBValidKey): void {
    this.tx.objectStore(table).delete(this.ranges.upperBound(last));
    this.written.set(table, null);
  }

  clear(table: StoreName): void {
    this.tx.objectStore(table).clear();
    this.written.set(table, null);
  }

  private note(table: StoreName, key: IDBValidKey): void {
    const keys = this.written.get(table);
    if (keys === null) return;
    if (keys === undefined) this.written.set(table, [key]);
    else if (keys.length < MANY) keys.push(key);
    else this.written.set(table, null);
  }
}

const MANY = 50;

/** As much of IDBKeyRange as is used. */
export type KeyRanges = Pick<typeof IDBKeyRange, 'bound' | 'upperBound'>;

/** Every table here is keyed by one field of its rows. */
function keyOf(store: IDBObjectStore, row: object): IDBValidKey {
  return Reflect.get(row, String(store.keyPath));
}

function answerOf<R>(request: IDBRequest<R>): Promise<R> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
