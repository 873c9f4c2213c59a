/**
 * Fonts by content: `fonts/<sha256>.ttf` in the data folder, beside it `.ttf.br` where
 * there is a smaller form, and in `.json` what it is (`BoxFont`). Nothing is ever taken away: a paper that was issued in a
 * font can be made again for as long as the office has its data.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '../store/store-error.ts';

export interface StoredFont {
  readonly path: string;
  /** Bytes of that file. */
  readonly size: number;
}

export type FontForm = 'ttf' | 'ttf.br' | 'json';

export class FontStore {
  readonly #dir: string;

  constructor(dataDir: string) {
    this.#dir = join(dataDir, 'fonts');
  }

  pathOf(sha256: string, form: FontForm): string {
    return join(this.#dir, `${sha256}.${form}`);
  }

  /** Null where it is not here. */
  async find(sha256: string, form: FontForm): Promise<StoredFont | null> {
    const path = this.pathOf(sha256, form);
    try {
      return { path, size: (await stat(path)).size };
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /** Under its name only once it is whole and on the disk. The caller has made the hash of the bytes. */
  async put(sha256: string, form: FontForm, bytes: Uint8Array): Promise<void> {
    const place = this.pathOf(sha256, form);
    if (existsSync(place)) return;
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    const next = `${place}.${randomUUID()}`;
    try {
      await write(next, bytes);
      await rename(next, place);
    } finally {
      await rm(next, { force: true });
    }
    await sync(dirname(place));
  }
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
