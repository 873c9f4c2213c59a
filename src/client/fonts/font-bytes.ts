/** The bytes of fonts for whoever draws with them, e.g. the PDF. */
import { readFont } from './font-cache.ts';

/** Some fonts are not on this device. The caller falls back or says so. */
export class FontsMissing extends Error {
  override readonly name = 'FontsMissing';
  readonly code = 'fonts-missing';
  /** Hashes. */
  readonly missing: readonly string[];

  constructor(missing: readonly string[]) {
    super(`fonts-missing: ${missing.join(' ')}`);
    this.missing = missing;
  }
}

/** By hash; all of them, or a FontsMissing is thrown. Asks no network. */
export async function fontBytes(
  sha256s: readonly string[],
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const found = new Map<string, Uint8Array<ArrayBuffer>>();
  const missing: string[] = [];
  for (const sha256 of new Set(sha256s)) {
    const bytes = await readFont(sha256);
    if (bytes) found.set(sha256, new Uint8Array(bytes));
    else missing.push(sha256);
  }
  if (missing.length > 0) throw new FontsMissing(missing);
  return found;
}
