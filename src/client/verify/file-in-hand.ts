import { hexOf } from '../../protocol/base64url.ts';
import { numberInPdf } from './pdf-number.ts';

export interface FileInHand {
  readonly name: string;
  /** Hex. The file itself never leaves the phone. */
  readonly sha256: string;
  /** 发文字号 as the file bears it; null where it bears none. */
  readonly number: string | null;
}

export async function readFile(file: File): Promise<FileInHand> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, sha256: await hash(bytes), number: numberInPdf(bytes) };
}

/** A browser hashes on secure connections alone; elsewhere a library does, slower. */
async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if ('subtle' in crypto) {
    return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  }
  const { sha256 } = await import('@noble/hashes/sha2.js');
  return hexOf(sha256(bytes));
}
