/**
 * Fonts on this device, by their bytes' hash, in Cache Storage: apart from the
 * program's own files, so that nobody waits for them, and apart from the rows, so
 * that the browser lets go of them first. Only whole and verified bytes get in.
 */
import { FONT_TYPE, fontUrl } from '../../protocol/fonts.ts';

/** Not of the names that the worker takes for versions of the program, and lets go. */
const CACHE = 'paper-fonts';

/** False where the browser keeps nothing for a page that did not come over HTTPS. */
export function canKeepFonts(): boolean {
  return 'caches' in globalThis;
}

export async function hasFont(sha256: string): Promise<boolean> {
  if (!canKeepFonts()) return false;
  const cache = await caches.open(CACHE);
  return (await cache.match(fontUrl(sha256))) !== undefined;
}

/** Null where it is not here. */
export async function readFont(sha256: string): Promise<ArrayBuffer | null> {
  if (!canKeepFonts()) return null;
  const kept = await (await caches.open(CACHE)).match(fontUrl(sha256));
  return kept ? kept.arrayBuffer() : null;
}

/** Throws a FontDamaged where these are not the bytes of that name; nothing is kept then. */
export async function keepFont(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  if ((await hashOf(bytes)) !== sha256) throw new FontDamaged();
  if (!canKeepFonts()) return;
  const headers = { 'content-type': FONT_TYPE, 'content-length': String(bytes.length) };
  await (await caches.open(CACHE)).put(fontUrl(sha256), new Response(bytes, { headers }));
}

/** What came is not what was asked for. */
export class FontDamaged extends Error {
  override readonly name = 'FontDamaged';
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
