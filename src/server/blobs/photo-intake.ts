/** From the last byte of an upload to a photo that the office has: verified, placed, recorded, told. */
import type { Upload } from '@tus/server';
import { Failure } from '../http/failure.ts';
import type { Store } from '../store/store.ts';
import { recordArrival } from '../sync/arrivals.ts';
import type { BlobStore, Verdict } from './blob-store.ts';
import type { UploadStore } from './upload-store.ts';

export interface IntakeParts {
  readonly store: Store;
  readonly officeId: string;
  readonly uploads: UploadStore;
  readonly blobs: BlobStore;
  readonly now: () => number;
  readonly changed: (version: number) => void;
}

export interface WholePhoto {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** The account that sent it, or the way in of a notice. */
  readonly by: string;
}

/** `lost`: let go of in the very moment before it was recorded. */
export type Kept = Verdict | 'lost';

export class PhotoIntake {
  readonly #parts: IntakeParts;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  /** Takes a whole upload in, or removes it and throws why. */
  async take(upload: Upload): Promise<void> {
    const { uploads } = this.#parts;
    const { sha256 = '', account: by = '' } = upload.metadata ?? {};
    const photo = { file: uploads.pathOf(upload.id), sha256: sha256 ?? '', by: by ?? '' };
    const kept = await this.keep({ ...photo, bytes: upload.size ?? 0 });
    // A file that was not taken is still where it came in.
    await (kept === 'stored' || kept === 'lost'
      ? uploads.forget(upload.id)
      : uploads.remove(upload.id));
    requireKept(kept);
  }

  /** Takes in a file that lies whole on the disk; one that is not taken is left there. */
  async keep({ file, sha256, bytes, by }: WholePhoto): Promise<Kept> {
    const { store, officeId, blobs, now, changed } = this.#parts;
    const verdict = await blobs.take(file, sha256);
    if (verdict !== 'stored') return verdict;
    const isHere = async () => (await blobs.sizeOf(sha256)) !== null;
    const version = await recordArrival(store, officeId, { sha256, bytes, by, at: now() }, isHere);
    if (version === null) return 'lost';
    changed(version);
    return 'stored';
  }
}

/** Throws a Failure for what has not become a photo of the office. */
export function requireKept(kept: Kept): void {
  if (kept === 'not-image') throw new Failure('photo-not-image');
  if (kept === 'hash-wrong') throw new Failure('photo-hash-wrong');
  if (kept === 'lost') throw new Failure('conflict', { message: '照片没有存住，请重新上传' });
}
