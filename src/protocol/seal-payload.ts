/**
 * What stands in the QR, as short as it goes: binary, in base64url, behind the `#` of an
 * address, which no browser sends to a server and no server logs. Each payload has one
 * form: what decodes is what `encodeSeal` wrote, byte for byte.
 */
import { addDays, daysBetween, isCivilDate } from '../domain/civil.ts';
import { fromBase64url, fromUtf8, hexOf, toBase64url, toUtf8 } from './base64url.ts';
import type { NoticeRow } from './rows/index.ts';
import { KEY_ID_BYTES, type SealPayload, sealFacts } from './sealed.ts';

const VERSION = 1;
const SIGNATURE_BYTES = 64;
const DIGEST_BYTES = 32;
const FIRST_DAY = '2000-01-01';
const FIXED_BYTES = 1 + KEY_ID_BYTES + SIGNATURE_BYTES + DIGEST_BYTES + 2 + 3 + 1 + 2;
const LONGEST_AGENCY = 80;
const LONGEST_UNIT = 120;
export const MAX_SEAL_TEXT = 600;

export type ReadSeal =
  | { readonly ok: true; readonly payload: SealPayload }
  /** `foreign`: no payload of this system; `newer`: of a later version of it. */
  | { readonly ok: false; readonly why: 'foreign' | 'newer' };

/** Throws where the facts do not fit, which no record of this system does. */
export function encodeSeal(payload: SealPayload): string {
  const { number, problems } = payload;
  const signature = fromBase64url(payload.signature);
  const keyId = fromHex(payload.keyId);
  const digest = fromHex(payload.digest);
  if (signature?.length !== SIGNATURE_BYTES) throw new Error('a signature has 64 bytes');
  if (keyId?.length !== KEY_ID_BYTES) throw new Error('a key id has 16 bytes');
  if (digest?.length !== DIGEST_BYTES) throw new Error('a digest has 32 bytes');
  const agency = toUtf8(number.agency);
  const unit = toUtf8(payload.unit);
  const days = daysBetween(FIRST_DAY, payload.date);
  return toBase64url(
    Uint8Array.from([
      VERSION,
      ...keyId,
      ...signature,
      ...digest,
      ...whole(number.year, 2),
      ...whole(number.seq, 3),
      ...whole(problems, 1),
      ...whole(days, 2),
      ...whole(agency.length, 1),
      ...agency,
      ...unit,
    ]),
  );
}

/** Anything at all may be handed in. */
export function decodeSeal(text: string): ReadSeal {
  const foreign = { ok: false, why: 'foreign' } as const;
  const bytes = text.length > MAX_SEAL_TEXT ? null : fromBase64url(text);
  if (!bytes || bytes.length <= FIXED_BYTES) return foreign;
  if (bytes[0] !== VERSION)
    return { ok: false, why: bytes[0] === VERSION + 1 ? 'newer' : 'foreign' };
  let at = 1;
  const take = (length: number) => {
    at += length;
    return bytes.slice(at - length, at);
  };
  const keyId = hexOf(take(KEY_ID_BYTES));
  const signature = toBase64url(take(SIGNATURE_BYTES));
  const digest = hexOf(take(DIGEST_BYTES));
  const year = numberOf(take(2));
  const seq = numberOf(take(3));
  const problems = numberOf(take(1));
  const date = addDays(FIRST_DAY, numberOf(take(2)));
  const agencyBytes = take(numberOf(take(1)));
  const unitBytes = bytes.slice(at);
  const agency = fromUtf8(agencyBytes);
  const unit = fromUtf8(unitBytes);
  if (!agency || agencyBytes.length > LONGEST_AGENCY) return foreign;
  if (!unit || unitBytes.length > LONGEST_UNIT) return foreign;
  if (year < 2000 || year > 2999 || seq < 1 || seq > 999_999) return foreign;
  if (!isCivilDate(date)) return foreign;
  const number = { agency, year, seq };
  return { ok: true, payload: { number, unit, date, problems, digest, keyId, signature } };
}

/** What a camera read, or a person typed in: an address, or its payload alone. */
export function readSeal(scanned: string): ReadSeal {
  const text = scanned.trim();
  return decodeSeal(text.slice(text.indexOf('#') + 1));
}

/** The part of the office's own address that is the verify page's. */
export const VERIFY_PATH = '/v';
/** The reply page's, which takes the same payload behind its `#`, or a link's secret. */
export const REPLY_PATH = '/r';

/**
 * What the QR on a notice's paper says; null while it has no number, no record or no seal,
 * or nobody has said where the office is reached: then the paper bears no QR.
 */
export function qrOf({ number, record, seal }: Pick<NoticeRow, 'number' | 'record' | 'seal'>) {
  if (!number || !record || !seal || record.address === '') return null;
  const payload = { ...sealFacts(number, record, seal), signature: seal.signature };
  return `${record.address.replace(/\/+$/, '')}${VERIFY_PATH}#${encodeSeal(payload)}`;
}

/** Why an issued paper has no QR yet; null where it has one, or never will. */
export function sayNoQr({ record, seal, state }: Pick<NoticeRow, 'record' | 'seal' | 'state'>) {
  if (state === 'voided' || !record || seal) return null;
  return '核验码待入账后生成';
}

function whole(value: number, bytes: number): number[] {
  if (!Number.isInteger(value) || value < 0 || value >= 256 ** bytes) {
    throw new Error(`${value} does not fit into ${bytes} bytes`);
  }
  return Array.from({ length: bytes }, (_byte, nth) => (value >> (8 * (bytes - 1 - nth))) & 255);
}

function numberOf(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}

function fromHex(text: string): Uint8Array | null {
  if (!/^([0-9a-f]{2})+$/.test(text)) return null;
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
