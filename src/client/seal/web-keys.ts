/**
 * Keys and signatures by the browser's own crypto (WebCrypto), which there is on secure
 * connections alone. A device's private key is made so that nobody can ever read it.
 */
import { fromBase64url, hexOf, toBase64url } from '../../protocol/base64url.ts';
import type { SignerRow } from '../../protocol/rows/index.ts';
import { KEY_ID_BYTES } from '../../protocol/sealed.ts';

export type Algorithm = SignerRow['algorithm'];

const KEYS = {
  Ed25519: { name: 'Ed25519' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
} as const;

const SIGNING = {
  Ed25519: { name: 'Ed25519' },
  ES256: { name: 'ECDSA', hash: 'SHA-256' },
} as const;

/** The one that is preferred first. */
export const ALGORITHMS: readonly Algorithm[] = ['Ed25519', 'ES256'];

const utf8 = new TextEncoder();

export function hasKeys(): boolean {
  return 'subtle' in crypto;
}

export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

export function sha256OfText(text: string): Promise<string> {
  return sha256Hex(utf8.encode(text));
}

export async function keyIdOf(publicKey: string): Promise<string | null> {
  const spki = fromBase64url(publicKey);
  return spki && (await sha256Hex(spki)).slice(0, KEY_ID_BYTES * 2);
}

export interface MadeKey {
  readonly algorithm: Algorithm;
  readonly secret: CryptoKey;
  /** SPKI in base64url. */
  readonly publicKey: string;
}

/** Rejects where this browser has not got the algorithm. */
export async function makeKey(algorithm: Algorithm): Promise<MadeKey> {
  const made = await crypto.subtle.generateKey(KEYS[algorithm], false, ['sign', 'verify']);
  if (!('privateKey' in made)) throw new Error(`no pair of keys for ${algorithm}`);
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', made.publicKey));
  return { algorithm, secret: made.privateKey, publicKey: toBase64url(spki) };
}

/** base64url. */
export async function sign(
  { algorithm, secret }: Pick<MadeKey, 'algorithm' | 'secret'>,
  text: string,
): Promise<string> {
  const signature = await crypto.subtle.sign(SIGNING[algorithm], secret, utf8.encode(text));
  return toBase64url(new Uint8Array(signature));
}

/** Null where this browser has not got the algorithm, and so cannot say. */
export async function isSignedBy(
  { algorithm, publicKey }: { readonly algorithm: Algorithm; readonly publicKey: string },
  text: string,
  signature: string,
): Promise<boolean | null> {
  const spki = fromBase64url(publicKey);
  const bytes = fromBase64url(signature);
  if (!spki || !bytes) return false;
  let key: CryptoKey;
  try {
    key = await crypto.subtle.importKey('spki', spki, KEYS[algorithm], false, ['verify']);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return null;
    return false;
  }
  return crypto.subtle.verify(SIGNING[algorithm], key, bytes, utf8.encode(text));
}
