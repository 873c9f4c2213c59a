/** What a 离线包 needs of the browser; the same names are there in the service worker. */
import type { Bytes, Surroundings } from '../../protocol/parcel-lock.ts';
import type { Source } from '../../protocol/parcel-open.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

export function browserTools(): Surroundings<CryptoKey> {
  return {
    subtle: crypto.subtle,
    utf8: {
      encode: (text) => encoder.encode(text),
      decode: (bytes) => decoder.decode(bytes),
    },
  };
}

export async function bytesOf(blob: Blob): Promise<Bytes> {
  return new Uint8Array(await blob.arrayBuffer());
}

/** A file that a person chose, read piece by piece. */
export function sourceOf(file: Blob): Source {
  return { size: file.size, read: (from, to) => bytesOf(file.slice(from, to)) };
}

/** What the office recognises its tablet by: HMAC-SHA-256 of a part's text, in hex. */
export async function sealText(keyHex: string, text: string): Promise<string> {
  const raw = Uint8Array.from(keyHex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', raw, hmac, false, ['sign']);
  const seal = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
  return [...seal].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
