/**
 * The file 离线包 (.xundian), version 1. All numbers are big-endian.
 *
 *   head     7  "XUNDIAN"   1  version   4  PBKDF2 iterations   16  salt
 *           16  check of the passphrase   8  first bytes of SHA-256 over the 44 before
 *   frames   4  length of the locked bytes   1  mark: 1 on the last frame, else 0
 *            n  AES-256-GCM of kind and body, its tag at the end; the nonce is seven
 *               zeros, the frame's place (4, from 0) and mark; bound to the head
 *   kinds    1  about: JSON   2  deeds: seal (32, zeros for none), JSON   3  kept: JSON
 *            4  photo: SHA-256 (32), JPEG   5  kept photo: the same   6  end: counts, JSON
 *
 * First one `about`, then deeds in order, kept, photos one by one, and one `end`. A
 * file that was cut, reordered, mixed with another or changed does not open. Its
 * digest: SHA-256 of the head, then for each frame SHA-256 of (digest so far, frame).
 */
import { type Bytes, CHECK_BYTES, type Surroundings } from './parcel-lock.ts';

export const EXTENSION = 'xundian';

export type Content =
  | { readonly kind: 'deeds'; readonly text: string; readonly seal: string | null }
  | { readonly kind: 'kept'; readonly text: string }
  | { readonly kind: 'photo' | 'kept-photo'; readonly sha256: string; readonly jpeg: Bytes };

export const KIND = { about: 1, deeds: 2, kept: 3, photo: 4, keptPhoto: 5, end: 6 } as const;

export const VERSION = 1;
export const SALT_BYTES = 16;
export const HASH_BYTES = 32;
const MAGIC = [0x58, 0x55, 0x4e, 0x44, 0x49, 0x41, 0x4e] as const;
const VERSION_AT = MAGIC.length;
const ITERATIONS_AT = VERSION_AT + 1;
const SALT_AT = ITERATIONS_AT + 4;
const CHECK_AT = SALT_AT + SALT_BYTES;
const SUM_AT = CHECK_AT + CHECK_BYTES;
const SUM_BYTES = 8;
export const HEAD_BYTES = SUM_AT + SUM_BYTES;

export interface Head {
  readonly version: number;
  readonly iterations: number;
  readonly salt: Bytes;
  readonly check: Bytes;
}

export async function writeHead<Key>(
  around: Surroundings<Key>,
  { version, iterations, salt, check }: Head,
): Promise<Bytes> {
  const bytes = new Uint8Array(HEAD_BYTES);
  bytes.set(MAGIC);
  const view = new DataView(bytes.buffer);
  view.setUint8(VERSION_AT, version);
  view.setUint32(ITERATIONS_AT, iterations);
  bytes.set(salt, SALT_AT);
  bytes.set(check, CHECK_AT);
  bytes.set(await sumOf(around, bytes), SUM_AT);
  return bytes;
}

/** Null where the bytes are the head of no such file; `sound` is false where they were changed. */
export async function readHead<Key>(
  around: Surroundings<Key>,
  bytes: Bytes,
): Promise<(Head & { readonly sound: boolean }) | null> {
  if (bytes.length < HEAD_BYTES || MAGIC.some((byte, nth) => bytes[nth] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return {
    version: view.getUint8(VERSION_AT),
    iterations: view.getUint32(ITERATIONS_AT),
    salt: bytes.slice(SALT_AT, CHECK_AT),
    check: bytes.slice(CHECK_AT, SUM_AT),
    sound: isSame(await sumOf(around, bytes), bytes.slice(SUM_AT)),
  };
}

async function sumOf<Key>(around: Surroundings<Key>, head: Bytes): Promise<Bytes> {
  return (await hashOf(around, head.slice(0, SUM_AT))).slice(0, SUM_BYTES);
}

export const FRAME_HEAD_BYTES = 5;

export function writeFrameHead(length: number, last: boolean): Bytes {
  const bytes = new Uint8Array(FRAME_HEAD_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, length);
  view.setUint8(4, last ? 1 : 0);
  return bytes;
}

export function readFrameHead(bytes: Bytes): { readonly length: number; readonly mark: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { length: view.getUint32(0), mark: view.getUint8(4) };
}

export async function hashOf<Key>(
  { subtle }: Surroundings<Key>,
  ...parts: readonly Bytes[]
): Promise<Bytes> {
  return new Uint8Array(await subtle.digest('SHA-256', joined(...parts)));
}

export function joined(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function isSame(a: Bytes, b: Bytes): boolean {
  return a.length === b.length && a.every((byte, nth) => byte === b[nth]);
}

export function hex(bytes: Bytes): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function fromHex(text: string): Bytes {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
