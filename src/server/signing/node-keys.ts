/** Keys and signatures by Node's own crypto, in the forms that travel: SPKI and signatures in base64url. */
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { SignerRow } from '../../protocol/rows/index.ts';
import { KEY_ID_BYTES } from '../../protocol/sealed.ts';

export type Algorithm = SignerRow['algorithm'];

/** WebCrypto's form of an ECDSA signature: r and s side by side. */
export const DSA_ENCODING = 'ieee-p1363';

export function sha256Hex(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

export function keyIdOf(publicKey: string): string {
  return sha256Hex(Buffer.from(publicKey, 'base64url')).slice(0, KEY_ID_BYTES * 2);
}

/** Null for what is no key of this algorithm, or is not written the one way that it is. */
export function readPublicKey(algorithm: Algorithm, publicKey: string): KeyObject | null {
  const der = Buffer.from(publicKey, 'base64url');
  if (der.toString('base64url') !== publicKey) return null;
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    if (!key.export({ format: 'der', type: 'spki' }).equals(der)) return null;
    return isOf(key, algorithm) ? key : null;
  } catch {
    return null;
  }
}

function isOf(key: KeyObject, algorithm: Algorithm): boolean {
  if (algorithm === 'Ed25519') return key.asymmetricKeyType === 'ed25519';
  const { namedCurve } = key.asymmetricKeyDetails ?? {};
  return key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1';
}

/** False for whatever does not fit, keys and signatures that are none included. */
export function isSignedBy(
  { algorithm, publicKey }: { readonly algorithm: Algorithm; readonly publicKey: string },
  text: string,
  signature: string,
): boolean {
  const key = readPublicKey(algorithm, publicKey);
  if (!key) return false;
  const bytes = Buffer.from(signature, 'base64url');
  if (bytes.toString('base64url') !== signature) return false;
  const data = Buffer.from(text, 'utf8');
  return algorithm === 'Ed25519'
    ? verify(null, data, key, bytes)
    : verify('sha256', data, { key, dsaEncoding: DSA_ENCODING }, bytes);
}
