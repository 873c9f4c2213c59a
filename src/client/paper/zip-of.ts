/**
 * Many papers as one ZIP, taken one after the other: at no time are two of them in
 * memory. One that fails is named and never holds up the others.
 */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { ZipNames } from './zip-names.ts';

export interface ZipEntry {
  /** With its ending; made fit for Windows, and unlike every other name in the ZIP. */
  readonly name: string;
  /** Instant in ms that the file bears. */
  readonly at: number;
  /** Called when it is its turn. */
  readonly bytes: () => Promise<Uint8Array>;
}

export interface ZipProgress {
  /** Entries that are done, well or not. */
  readonly done: number;
  /** What is being made now; empty once all is done. */
  readonly name: string;
}

export interface Zipped {
  readonly blob: Blob;
  readonly failed: readonly { readonly name: string; readonly message: string }[];
}

const TYPE = 'application/zip';
const NOT_MADE = '没有生成的文件.txt';
/** Read as UTF-8 by Windows' own editor. */
const BOM = '\uFEFF';
/** Beyond 4 GB or 65,535 files a ZIP needs an extension that fflate does not write. */
const MOST_BYTES = 0xf000_0000;
const MOST_ENTRIES = 60_000;

/**
 * Throws the signal's reason where it is stopped, and an Error where the ZIP would grow
 * beyond 4 GB. Where an entry failed, a text in the ZIP names it too, so that whoever
 * gets the ZIP knows that it is not whole.
 */
export async function zipOf(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
  onProgress: (progress: ZipProgress) => void,
  signal: AbortSignal,
): Promise<Zipped> {
  const names = new ZipNames();
  const file = new ZipFile();
  const failed: { name: string; message: string }[] = [];
  let done = 0;
  let last = 0;
  for await (const entry of entries) {
    signal.throwIfAborted();
    const name = names.take(entry.name);
    onProgress({ done, name });
    const bytes = await entry.bytes().catch((error: unknown) => {
      // Stopping makes what is being made fail: that is no failure of the paper.
      signal.throwIfAborted();
      console.error('没有生成', name, error);
      failed.push({ name, message: error instanceof Error ? error.message : String(error) });
      return null;
    });
    signal.throwIfAborted();
    if (bytes !== null) file.add(name, bytes, entry.at);
    last = entry.at;
    done += 1;
  }
  if (failed.length > 0) file.add(names.take(NOT_MADE), strToU8(BOM + listOf(failed)), last);
  onProgress({ done, name: '' });
  return { blob: file.close(), failed };
}

function listOf(failed: Zipped['failed']): string {
  return failed.map(({ name, message }) => `${name}\t${message}\r\n`).join('');
}

/** Each chunk becomes a Blob at once, which a browser keeps outside the page's memory. */
class ZipFile {
  readonly #parts: Blob[] = [];
  readonly #zip: Zip;
  #size = 0;
  #entries = 0;

  constructor() {
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.#size += chunk.length;
      this.#parts.push(new Blob([new Uint8Array(chunk)]));
    });
  }

  /**
   * Not packed: a PDF is packed already. But as deflate's own unpacked blocks, since Java
   * refuses an entry that is merely stored and has its size behind it.
   */
  add(name: string, bytes: Uint8Array, at: number): void {
    this.#entries += 1;
    if (this.#size + bytes.length > MOST_BYTES || this.#entries > MOST_ENTRIES) {
      throw new Error('文件太多或太大，一个 ZIP 装不下，请分批导出');
    }
    const entry = new ZipDeflate(name, { level: 0 });
    entry.mtime = at;
    this.#zip.add(entry);
    entry.push(bytes, true);
  }

  close(): Blob {
    this.#zip.end();
    return new Blob(this.#parts, { type: TYPE });
  }
}
