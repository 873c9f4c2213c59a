/** How safe and how roomy this device's storage is. */
import { freeIn } from '../sync/storage-free.ts';

export interface StorageState {
  /** Whether the browser has promised not to clear it by itself; null where it cannot say. */
  readonly persisted: boolean | null;
  readonly usage: number | null;
  readonly quota: number | null;
}

/** Asks the browser to keep our data; asked when a person first signs in on the device. */
export async function askPersistence(): Promise<boolean> {
  if (!navigator.storage?.persist) return false;
  return navigator.storage.persist();
}

export async function readStorage(): Promise<StorageState> {
  const { storage } = navigator;
  const persisted = storage?.persisted ? await storage.persisted() : null;
  const estimate = storage?.estimate ? await storage.estimate() : {};
  return { persisted, usage: estimate.usage ?? null, quota: estimate.quota ?? null };
}

/** Bytes that may still be written; null where the browser does not say. */
export function storageFree(): Promise<number | null> {
  return freeIn(navigator.storage);
}
