/** What a 离线包 needs of the server's machine. */
import type { webcrypto } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { Bytes, Surroundings } from '../../protocol/parcel-lock.ts';
import type { Source } from '../../protocol/parcel-open.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

export const NODE_TOOLS: Surroundings<webcrypto.CryptoKey> = {
  subtle: crypto.subtle,
  utf8: {
    encode: (text) => Uint8Array.from(encoder.encode(text)),
    decode: (bytes) => decoder.decode(bytes),
  },
};

/** A file on the disk, read piece by piece. */
export async function sourceOf(file: FileHandle): Promise<Source> {
  const { size } = await file.stat();
  return {
    size,
    async read(from, to): Promise<Bytes> {
      const bytes = new Uint8Array(to - from);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
      return bytes.slice(0, bytesRead);
    },
  };
}
