/**
 * Photos by content: `blobs/<first two>/<sha256>.jpg`. A file stands under its
 * name only when it is whole, verified and on the disk.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '../store/store-error.ts';
import { flush } from './flush.ts';
import { jpegSize } from './jpeg.ts';

export type Verdict = 'stored' | 'not-image' | 'hash-wrong';

export class BlobStore {
  readonly #dir: string;

  constructor(dataDir: string) {
    this.#dir = join(dataDir, 'blobs');
  }

  pathOf(sha256: string): string {
    return join(this.#dir, sha256.slice(0, 2), `${sha256}.jpg`);
  }

  /** Verifies an uploaded file and moves it to its place; a wrong one is left where it is. */
  async take(file: string, sha256: string): Promise<Verdict> {
    const bytes = await readFile(file);
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) return 'hash-wrong';
    if (jpegSize(bytes) === null) return 'not-image';
    const place = this.pathOf(sha256);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    await flush(file);
    await rename(file, place);
    await flush(dirname(place));
    return 'stored';
  }

  /** In bytes; null where it is not here. */
  async sizeOf(sha256: string): Promise<number | null> {
    try {
      return (await stat(this.pathOf(sha256))).size;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }
}
