/**
 * Files that come with an answer, by content: `files/<first two>/<sha256>`. A file stands
 * under its name only when it is whole, known for what it is, and on the disk.
 */
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FILE_TYPES, kindOfBytes } from '../../domain/file-kind.ts';
import type { FileTaken } from '../../protocol/reply-page.ts';
import { flush } from '../blobs/flush.ts';
import { jpegSize } from '../blobs/jpeg.ts';
import { Failure } from '../http/failure.ts';
import { errorCode } from '../store/store-error.ts';
import type { Received } from './incoming.ts';

export class AnswerFiles {
  readonly #dir: string;
  #judging = Promise.resolve();

  constructor(dataDir: string) {
    this.#dir = join(dataDir, 'files');
  }

  pathOf(sha256: string): string {
    return join(this.#dir, sha256.slice(0, 2), sha256);
  }

  /** Moves it to its place; throws a Failure, and leaves it where it is, where it is nothing that is taken. */
  async keep({ path, sha256, bytes }: Received): Promise<FileTaken> {
    const type = await this.#typeOf(path);
    const place = this.pathOf(sha256);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    await flush(path);
    await rename(path, place);
    await flush(dirname(place));
    return { sha256, type, bytes };
  }

  async isHere(sha256: string): Promise<boolean> {
    try {
      return (await stat(this.pathOf(sha256))).isFile();
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return false;
      throw error;
    }
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }

  /** One after another: each is read whole, and many at once would fill the memory. */
  async #typeOf(path: string): Promise<string> {
    const mine = this.#judging.then(() => judge(path));
    this.#judging = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  }
}

async function judge(path: string): Promise<string> {
  const bytes = await readFile(path);
  const kind = kindOfBytes(bytes);
  if (kind === null || (kind === 'jpg' && jpegSize(bytes) === null)) {
    throw new Failure('file-kind');
  }
  return FILE_TYPES[kind];
}
