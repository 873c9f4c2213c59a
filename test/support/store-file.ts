/** A tablet's whole store as a file: every table with its indexes and rows, photos included. */
import * as z from 'zod/mini';

const Table = z.object({
  name: z.string(),
  keyPath: z.string(),
  indexes: z.array(
    z.object({ name: z.string(), keyPath: z.union([z.string(), z.array(z.string())]) }),
  ),
  rows: z.array(z.record(z.string(), z.unknown())),
});
export const StoreFile = z.object({
  name: z.string(),
  version: z.int(),
  tables: z.array(Table),
});
export type StoreFile = z.infer<typeof StoreFile>;

const Bytes = z.object({ base64: z.string(), type: z.string() });

export async function writeStoreFile(factory: IDBFactory, name: string): Promise<StoreFile> {
  const db = await answerOf(factory.open(name));
  const tables: StoreFile['tables'] = [];
  for (const table of db.objectStoreNames) {
    const store = db.transaction(table).objectStore(table);
    const rows: Record<string, unknown>[] = await answerOf(store.getAll());
    tables.push({
      name: table,
      keyPath: String(store.keyPath),
      indexes: [...store.indexNames].map((index) => ({
        name: index,
        keyPath: store.index(index).keyPath,
      })),
      rows: await Promise.all(rows.map(withoutBlobs)),
    });
  }
  const { version } = db;
  db.close();
  return { name, version, tables };
}

/** Makes the store anew as it was, by the browser's own means alone. */
export async function loadStoreFile(factory: IDBFactory, file: StoreFile): Promise<void> {
  const opening = factory.open(file.name, file.version);
  opening.onupgradeneeded = () => {
    for (const { name, keyPath, indexes, rows } of file.tables) {
      const store = opening.result.createObjectStore(name, { keyPath });
      for (const index of indexes) store.createIndex(index.name, index.keyPath);
      for (const row of rows) store.put(withBlobs(row));
    }
  };
  (await answerOf(opening)).close();
}

async function withoutBlobs(row: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { jpeg } = row;
  if (!(jpeg instanceof Blob)) return row;
  const base64 = Buffer.from(await jpeg.arrayBuffer()).toString('base64');
  return { ...row, jpeg: { base64, type: jpeg.type } };
}

function withBlobs(row: Record<string, unknown>): Record<string, unknown> {
  const { success, data } = Bytes.safeParse(row.jpeg);
  if (!success) return row;
  return { ...row, jpeg: new Blob([Buffer.from(data.base64, 'base64')], { type: data.type }) };
}

function answerOf<R>(request: IDBRequest<R>): Promise<R> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
