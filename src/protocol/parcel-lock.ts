/**
 * The lock of a 离线包. The key comes from a passphrase by PBKDF2-HMAC-SHA-256
 * over a salt of its own, so no key locks two files and a frame's place can be
 * its nonce. Cryptography is the surroundings': tablet and office hand in theirs.
 */

export type Bytes = Uint8Array<ArrayBuffer>;

/** As much of the Web Cryptography API as is used. */
export interface Subtle<Key> {
  digest(algorithm: string, bytes: Bytes): Promise<ArrayBuffer>;
  importKey(
    format: 'raw',
    bytes: Bytes,
    algorithm: string,
    extractable: boolean,
    usages: ('deriveBits' | 'encrypt' | 'decrypt')[],
  ): Promise<Key>;
  deriveBits(algorithm: Derivation, key: Key, bits: number): Promise<ArrayBuffer>;
  encrypt(algorithm: FrameCipher, key: Key, bytes: Bytes): Promise<ArrayBuffer>;
  decrypt(algorithm: FrameCipher, key: Key, bytes: Bytes): Promise<ArrayBuffer>;
}

type Derivation =
  | { name: 'PBKDF2'; hash: 'SHA-256'; salt: Bytes; iterations: number }
  | { name: 'HKDF'; hash: 'SHA-256'; salt: Bytes; info: Bytes };

interface FrameCipher {
  name: 'AES-GCM';
  iv: Bytes;
  additionalData: Bytes;
}

export interface Surroundings<Key> {
  readonly subtle: Subtle<Key>;
  readonly utf8: {
    encode(text: string): Bytes;
    /** Throws where the bytes are no text. */
    decode(bytes: Bytes): string;
  };
}

/** OWASP's least for PBKDF2-HMAC-SHA-256. */
export const ITERATIONS = 600_000;

export interface Lock {
  /** What a file keeps, so that a wrong passphrase is told from a damaged file. */
  readonly check: Bytes;
  close(place: FramePlace, plain: Bytes): Promise<Bytes>;
  /** Null where the frame is not as it was closed, or not at that place. */
  open(place: FramePlace, closed: Bytes): Promise<Bytes | null>;
}

export interface FramePlace {
  /** The file's head, which every frame is bound to. */
  readonly head: Bytes;
  readonly nth: number;
  readonly last: boolean;
}

/** Length of a lock's check. */
export const CHECK_BYTES = 16;

export async function lockOf<Key>(
  { subtle, utf8 }: Surroundings<Key>,
  passphrase: string,
  salt: Bytes,
  iterations: number,
): Promise<Lock> {
  const said = utf8.encode(normal(passphrase));
  const secret = await subtle.importKey('raw', said, 'PBKDF2', false, ['deriveBits']);
  const pbkdf2 = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations } as const;
  const master = new Uint8Array(await subtle.deriveBits(pbkdf2, secret, 256));
  const root = await subtle.importKey('raw', master, 'HKDF', false, ['deriveBits']);
  const derive = async (info: string, bytes: number) => {
    const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: NOTHING, info: utf8.encode(info) } as const;
    return new Uint8Array(await subtle.deriveBits(hkdf, root, bytes * 8));
  };
  const check = await derive('xundian parcel check', CHECK_BYTES);
  const raw = await derive('xundian parcel key', 32);
  const key = await subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return {
    check,
    close: async (place, plain) =>
      new Uint8Array(await subtle.encrypt(cipherAt(place), key, plain)),
    async open(place, closed) {
      try {
        return new Uint8Array(await subtle.decrypt(cipherAt(place), key, closed));
      } catch {
        // The one thing that fails here is the tag.
        return null;
      }
    },
  };
}

const NOTHING: Bytes = new Uint8Array(0);
const NONCE_BYTES = 12;

/** A frame elsewhere, or one more or fewer after it, has another nonce and does not open. */
function cipherAt({ head, nth, last }: FramePlace): FrameCipher {
  const iv = new Uint8Array(NONCE_BYTES);
  const view = new DataView(iv.buffer);
  view.setUint32(7, nth);
  view.setUint8(11, last ? 1 : 0);
  return { name: 'AES-GCM', iv, additionalData: head };
}

/** The same words typed on another keyboard are the same passphrase. */
export function normal(passphrase: string): string {
  return passphrase.normalize('NFKC').trim();
}
