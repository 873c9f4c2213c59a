import type { NoticePaper } from '../../document/paper.ts';
import { photoHashes } from '../../document/photo-hashes.ts';
import { photoBlob } from '../store/blobs.ts';
import type { LocalDatabase } from '../store/database.ts';

export interface FoundPhotos {
  readonly photos: Map<string, Uint8Array<ArrayBuffer>>;
  /** How many are neither here nor given by the office. */
  readonly missing: number;
}

/** The photos of a paper: of this device where it has them, otherwise asked of the office. */
export async function paperPhotos(
  db: LocalDatabase,
  paper: NoticePaper,
  stop: AbortSignal,
  onPhoto: (done: number, of: number) => void,
): Promise<FoundPhotos> {
  const hashes = photoHashes(paper);
  const photos = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [nth, sha256] of hashes.entries()) {
    onPhoto(nth, hashes.length);
    const bytes = await bytesOf(db, sha256, stop);
    if (bytes) photos.set(sha256, new Uint8Array(bytes));
  }
  return { photos, missing: hashes.length - photos.size };
}

async function bytesOf(
  db: LocalDatabase,
  sha256: string,
  stop: AbortSignal,
): Promise<ArrayBuffer | null> {
  const here = await photoBlob(db, sha256);
  if (here) return here.arrayBuffer();
  try {
    const answer = await fetch(`/api/photos/file/${sha256}`, { signal: stop });
    return answer.ok ? await answer.arrayBuffer() : null;
  } catch (error) {
    stop.throwIfAborted();
    console.info('照片取不到', sha256, error);
    return null;
  }
}
