/** From the last byte of an upload to a photo that the office has: verified, placed, recorded, told. */
import type { Upload } from '@tus/server';
import { Failure } from '../http/failure.ts';
import type { Store } from '../store/store.ts';
import { recordArrival } from '../sync/arrivals.ts';
import type { BlobStore } from './blob-store.ts';
import type { UploadStore } from './upload-store.ts';

export interface IntakeParts {
  readonly store: Store;
  readonly officeId: string;
  readonly uploads: UploadStore;
  readonly blobs: BlobStore;
  readonly now: () => number;
  readonly changed: (version: number) => void;
}

export class PhotoIntake {
  readonly #parts: IntakeParts;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  /** Takes a whole upload in, or removes it and throws why. */
  async take(upload: Upload): Promise<void> {
    const { store, officeId, uploads, blobs, now, changed } = this.#parts;
    const sha256 = upload.metadata?.sha256 ?? '';
    const verdict = await blobs.take(uploads.pathOf(upload.id), sha256);
    if (verdict !== 'stored') {
      await uploads.remove(upload.id);
      throw new Failure(verdict === 'not-image' ? 'photo-not-image' : 'photo-hash-wrong');
    }
    const arrival = {
      sha256,
      bytes: upload.size ?? 0,
      by: upload.metadata?.account ?? '',
      at: now(),
    };
    const isHere = async () => (await blobs.sizeOf(sha256)) !== null;
    const version = await recordArrival(store, officeId, arrival, isHere);
    await uploads.forget(upload.id);
    if (version === null) throw new Failure('conflict', { message: '照片没有存住，请重新上传' });
    changed(version);
  }
}
