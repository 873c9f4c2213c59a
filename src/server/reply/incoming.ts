/** A body as it comes in: to the disk and through a hash, never all of it in memory, never more than the limit. */
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LARGEST_FILE } from '../../domain/file-kind.ts';
import { Failure } from '../http/failure.ts';
import { isDiskFull } from '../store/store-error.ts';

export interface Received {
  /** Where it lies until it is moved to its place or thrown away. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

export class Incoming {
  readonly #dir: string;

  /** What a server that died has left behind is nobody's. Throws where the folder cannot be made. */
  constructor(dataDir: string) {
    this.#dir = join(dataDir, 'files', 'incoming');
    mkdirSync(this.#dir, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(this.#dir)) rmSync(join(this.#dir, name), { force: true });
  }

  async receive(body: unknown): Promise<Received> {
    if (!(body instanceof Readable)) throw new Failure('wrong-type');
    const path = join(this.#dir, randomUUID());
    const hash = createHash('sha256');
    let bytes = 0;
    const count = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > LARGEST_FILE) throw new Failure('too-large');
        hash.update(chunk);
        yield chunk;
      }
    };
    try {
      await pipeline(body, count, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      await this.drop(path);
      if (error instanceof Failure || isDiskFull(error)) throw error;
      // The phone went away in the middle; it sends the file anew.
      throw new Failure('bad-request');
    }
    if (bytes === 0) {
      await this.drop(path);
      throw new Failure('bad-request');
    }
    return { path, sha256: hash.digest('hex'), bytes };
  }

  async drop(path: string): Promise<void> {
    await rm(path, { force: true });
  }
}
