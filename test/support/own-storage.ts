/** The process's own IndexedDB, in the place of a browser's profile. */
import 'fake-indexeddb/auto';
import { clear } from 'idb-keyval';

/** As on a device that was never used: whatever other tests have left in the process is gone. */
export async function emptyStorage(): Promise<void> {
  await clear();
  for (const { name = '' } of await indexedDB.databases()) {
    if (name.startsWith('xundian-')) indexedDB.deleteDatabase(name);
  }
}
