/** As much of the browser's StorageManager as is used; absent without HTTPS. */
type Storage = Pick<StorageManager, 'estimate'> | undefined;

/** Bytes that may still be written; null where the browser does not say. */
export async function freeIn(storage: Storage): Promise<number | null> {
  const { usage, quota } = (await storage?.estimate?.()) ?? {};
  return usage === undefined || quota === undefined ? null : Math.max(0, quota - usage);
}
