/** Uploads under way. What has come in stays through a cut connection and a restart. */
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import { isDiskFull } from '../store/store-error.ts';

export const UPLOADS_EXPIRE_MS = 14 * 86_400_000;

export class UploadStore extends FileStore {
  /** Throws where the folder cannot be made. */
  constructor(dataDir: string) {
    const directory = join(dataDir, 'uploads');
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    super({ directory, expirationPeriodInMilliseconds: UPLOADS_EXPIRE_MS });
  }

  pathOf(id: string): string {
    return join(this.directory, id);
  }

  /** Drops what is known of an upload whose bytes have moved to their place. */
  async forget(id: string): Promise<void> {
    await this.configstore.delete(id);
  }

  /** As the library writes, but a full disk is told from a cut connection. */
  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const file = createWriteStream(this.pathOf(id), { flags: 'r+', start: offset });
    try {
      await pipeline(readable, file);
    } catch (error) {
      if (isDiskFull(error)) throw error;
      throw new UploadCut();
    }
    return offset + file.bytesWritten;
  }
}

// The library makes the folder in the background, for all to read, and ends the process where
// that fails; whoever stops the office meanwhile would see the folder come back.
Object.defineProperty(UploadStore.prototype, 'checkOrCreateDirectory', { value: () => undefined });

/** The device went away; it comes back and goes on where the server stopped. */
export class UploadCut extends Error {
  override readonly name = 'UploadCut';
}
