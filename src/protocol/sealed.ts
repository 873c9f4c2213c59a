/**
 * What is signed of a notice, and by whom it may be: texts with one way of being
 * written. No hash and no key here: client and server bring their own. A text's
 * form never changes; another one takes another prefix, or papers in the field fail.
 */
import { civilDateOf } from '../domain/civil.ts';
import type { NoticeNumber } from '../domain/notice-number.ts';
import type { NoticeRecord, NoticeSeal, SignerRow } from './rows/index.ts';

/** Its SHA-256 is the seal's digest: the number and all that the paper is printed from. */
export function sealedText(number: NoticeNumber, record: NoticeRecord): string {
  const { agency, year, seq } = number;
  return `xundian-notice/1\n${canonical({ number: { agency, year, seq }, record })}`;
}

/** What the QR says besides its signature. */
export interface SealFacts {
  readonly number: NoticeNumber;
  /** The unit's name, cut to 30 characters. */
  readonly unit: string;
  /** Civil date of issue, `YYYY-MM-DD`. */
  readonly date: string;
  readonly problems: number;
  /** Hex. */
  readonly digest: string;
  readonly keyId: string;
}

export interface SealPayload extends SealFacts {
  /** base64url, of 64 bytes. */
  readonly signature: string;
}

const LONGEST_UNIT = 30;

export function sealFacts(
  number: NoticeNumber,
  record: Pick<NoticeRecord, 'unitName' | 'issuedAt' | 'problems'>,
  { keyId, digest }: Pick<NoticeSeal, 'keyId' | 'digest'>,
): SealFacts {
  return {
    number,
    unit: cut(record.unitName),
    date: civilDateOf(record.issuedAt),
    problems: record.problems.length,
    digest,
    keyId,
  };
}

/** By whole characters; half a one would be another one in the QR. */
function cut(name: string): string {
  const letters = [...name.replace(/\p{Surrogate}/gu, '\uFFFD')];
  if (letters.length <= LONGEST_UNIT) return letters.join('');
  return `${letters.slice(0, LONGEST_UNIT - 1).join('')}…`;
}

/** What the key signs. */
export function signedText(facts: SealFacts): string {
  const { unit, date, problems, digest, keyId } = facts;
  const { agency, year, seq } = facts.number;
  const said = { number: { agency, year, seq }, unit, date, problems, digest, keyId };
  return `xundian-seal/1\n${canonical(said)}`;
}

export function saysSame(a: SealFacts, b: SealFacts): boolean {
  return signedText({ ...a, keyId: '' }) === signedText({ ...b, keyId: '' });
}

/** What the office signs of a key, so that none of it can be changed. */
export function certificateText(
  officeId: string,
  signer: Pick<
    SignerRow,
    'id' | 'clientId' | 'accountName' | 'label' | 'algorithm' | 'publicKey' | 'certifiedAt'
  >,
): string {
  const { id, clientId, accountName, label, algorithm, publicKey, certifiedAt } = signer;
  const said = { officeId, id, clientId, accountName, label, algorithm, publicKey, certifiedAt };
  return `xundian-signer/1\n${canonical(said)}`;
}

/** What a device signs to show that it holds the key it brings; good for its own store alone. */
export function possessionText(
  officeId: string,
  accountId: string,
  clientId: string,
  publicKey: string,
): string {
  return `xundian-possession/1\n${canonical({ officeId, accountId, clientId, publicKey })}`;
}

/** A key's id out of the SHA-256 of its SPKI (32 bytes): the first 16, in hex. */
export const KEY_ID_BYTES = 16;

/** JSON with every object's keys in the order of their code units, and nothing between. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
