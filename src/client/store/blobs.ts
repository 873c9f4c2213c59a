/**
 * Photos of this device, by content. What has not reached the office is never
 * let go; what has may give way, the oldest first, when space is short.
 */
import { withRoom } from './clearing.ts';
import type { LocalDatabase } from './database.ts';
import { note } from './log.ts';
import { StorageTrouble } from './storage-trouble.ts';
import type { Stores } from './stores.ts';
import { type BlobRow, UNSENT_STATE } from './tables.ts';
import { transact } from './transact.ts';

export interface NewPhoto {
  readonly jpeg: Blob;
  readonly sha256: string;
  readonly bytes: number;
  /** Corrected time (ms). */
  readonly takenAt: number;
  /** What it shows, for the sync screen, e.g. the point's name. */
  readonly title: string;
}

export type AddedPhoto =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: StorageTrouble['code']; readonly message: string };

/** Keeps a photo durably, `held` until the problem that it belongs to is saved. */
export async function addPhoto(db: LocalDatabase, photo: NewPhoto): Promise<AddedPhoto> {
  try {
    await withRoom(db, photo.bytes * 2, () =>
      transact(db, ['blob', 'jpeg'], (stores) => store(stores, photo)),
    );
    return { ok: true };
  } catch (error) {
    const { code, message } = StorageTrouble.of(error);
    await note(db, { kind: 'storage', code });
    return { ok: false, reason: code, message };
  }
}

async function store(stores: Stores, photo: NewPhoto): Promise<void> {
  const { jpeg, ...facts } = photo;
  const known = await stores.get('blob', photo.sha256);
  stores.put('jpeg', { sha256: photo.sha256, jpeg });
  // The same picture taken into a second problem keeps how far it has travelled.
  if (!known) stores.put('blob', { ...facts, ...UNSENT_STATE, state: 'held' });
}

/** The bytes, where this device has them; otherwise the office has: `/api/photos/file/<sha256>`. */
export async function photoBlob(db: LocalDatabase, sha256: string): Promise<Blob | undefined> {
  return (await db.jpeg.get(sha256))?.jpeg;
}

/** Sends a failed photo again at the next occasion, on the person's word. */
export async function retryPhoto(db: LocalDatabase, sha256: string): Promise<void> {
  await changeBlob(db, sha256, (row) =>
    row.state === 'failed' ? { state: 'waiting', error: '', tries: 0, retryAt: null } : {},
  );
}

/** Changes what is known of a photo; one that is gone is left alone. */
export async function changeBlob(
  db: LocalDatabase,
  sha256: string,
  change: (row: BlobRow) => Partial<BlobRow>,
): Promise<void> {
  await transact(db, ['blob'], async (stores) => {
    const row = await stores.get('blob', sha256);
    if (row) stores.put('blob', { ...row, ...change(row) });
  });
}

/** From held to waiting, within the transaction of the deed that names them. */
export async function releasePhotos(stores: Stores, hashes: readonly string[]): Promise<void> {
  for (const row of await stores.getMany('blob', [...new Set(hashes)])) {
    if (row?.state === 'held') stores.put('blob', { ...row, ...UNSENT_STATE, state: 'waiting' });
  }
}
