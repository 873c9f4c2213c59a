/** A photo out of a 离线包 goes the way of any photo: verified, placed, recorded. */
import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FAILURES } from '../../protocol/failures.ts';
import type { Bytes } from '../../protocol/parcel-lock.ts';
import { BlobStore } from '../blobs/blob-store.ts';
import type { Store } from '../store/store.ts';
import { recordArrival, storedHashes } from '../sync/arrivals.ts';

export interface PhotoParts {
  readonly store: Store;
  readonly officeId: string;
  readonly dataDir: string;
  readonly now: () => number;
}

export type PhotoTaken =
  | { readonly kind: 'stored' | 'known' }
  | { readonly kind: 'refused'; readonly why: string };

export async function takePhoto(
  { store, officeId, dataDir, now }: PhotoParts,
  sha256: string,
  bytes: Bytes,
): Promise<PhotoTaken> {
  if ((await storedHashes(store.db, officeId, [sha256])).size > 0) return { kind: 'known' };
  const blobs = new BlobStore(dataDir);
  const folder = join(dataDir, 'uploads');
  const file = join(folder, `parcel-${randomUUID()}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, bytes, { mode: 0o600 });
    const verdict = await blobs.take(file, sha256);
    if (verdict !== 'stored') return refused(verdict);
  } finally {
    await rm(file, { force: true });
  }
  // Under nobody's account: it came in at the console.
  const arrival = { sha256, bytes: bytes.length, by: '', at: now() };
  const isHere = async () => (await blobs.sizeOf(sha256)) !== null;
  const version = await recordArrival(store, officeId, arrival, isHere);
  return version === null
    ? { kind: 'refused', why: '照片没有存住，请再导入一次' }
    : { kind: 'stored' };
}

function refused(verdict: 'not-image' | 'hash-wrong'): PhotoTaken {
  const code = verdict === 'not-image' ? 'photo-not-image' : 'photo-hash-wrong';
  return { kind: 'refused', why: FAILURES[code][1] };
}
