/**
 * What a QR is worth by what this device holds, without the network: the signers and
 * notices as last synced, and the office's public key.
 */
import { sayNumber } from '../../domain/notice-number.ts';
import { type Evidence, type Judgement, verdictOf } from '../../domain/seal-verdict.ts';
import type { NoticeRow, OfficeRow, SignerRow } from '../../protocol/rows/index.ts';
import { readSeal } from '../../protocol/seal-payload.ts';
import {
  certificateText,
  type SealPayload,
  saysSame,
  sealedText,
  sealFacts,
  signedText,
} from '../../protocol/sealed.ts';
import type { LocalDatabase } from '../store/database.ts';
import { hasKeys, isSignedBy, keyIdOf, sha256OfText } from './web-keys.ts';

export interface JudgedHere {
  /** Null where this device itself cannot verify a signature: then only the office can say. */
  readonly judgement: Judgement | null;
  readonly payload: SealPayload | null;
  /** The notice that the books on this device have under the number. */
  readonly notice: NoticeRow | null;
  /** When the key was revoked; null while it is good. */
  readonly revokedAt: number | null;
}

export interface Asked {
  readonly scanned: string;
  /** The number of the notice that is in hand; null where only the person can compare. */
  readonly inHand: string | null;
}

const NOTHING = { payload: null, notice: null, revokedAt: null } as const;
const UNREAD = { key: 'stranger', signature: 'broken', books: 'none', inHand: 'unseen' } as const;

export async function judgeHere(
  db: Pick<LocalDatabase, 'signer' | 'notice'>,
  office: Pick<OfficeRow, 'id' | 'publicKey'>,
  { scanned, inHand }: Asked,
): Promise<JudgedHere> {
  const read = readSeal(scanned);
  if (!read.ok) return { ...NOTHING, judgement: verdictOf({ code: read.why, ...UNREAD }) };
  const { payload } = read;
  if (!hasKeys()) return { ...NOTHING, payload, judgement: null };
  const signer = (await db.signer.get(payload.keyId)) ?? null;
  const notice = await noticeOf(db, payload);
  const [certified, signed, books] = await Promise.all([
    signer && isCertified(office, signer),
    signer && isSignedBy(signer, signedText(payload), payload.signature),
    booksOf(notice, payload),
  ]);
  const known = { payload, notice, revokedAt: signer?.revokedAt ?? null };
  if (signer && (certified === null || signed === null)) return { ...known, judgement: null };
  const judgement = verdictOf({
    code: 'read',
    key: !signer || !certified ? 'stranger' : signer.revokedAt === null ? 'good' : 'revoked',
    signature: signed ? 'fits' : 'broken',
    books,
    inHand: inHand !== null && inHand !== sayNumber(payload.number) ? 'other-number' : 'unseen',
  });
  return { ...known, judgement };
}

/** The row came over the wire; that it is the office's own word stands in its certificate. */
async function isCertified(
  { id, publicKey }: Pick<OfficeRow, 'id' | 'publicKey'>,
  signer: SignerRow,
): Promise<boolean | null> {
  if (publicKey === '' || (await keyIdOf(signer.publicKey)) !== signer.id) return false;
  const office = { algorithm: 'ES256', publicKey } as const;
  return isSignedBy(office, certificateText(id, signer), signer.certificate);
}

async function noticeOf(
  db: Pick<LocalDatabase, 'notice'>,
  { number }: SealPayload,
): Promise<NoticeRow | null> {
  const said = sayNumber(number);
  const found = await db.notice
    .filter((row) => row.number !== null && sayNumber(row.number) === said)
    .first();
  return found ?? null;
}

async function booksOf(notice: NoticeRow | null, payload: SealPayload): Promise<Evidence['books']> {
  if (!notice) return 'none';
  if (!notice.number || !notice.record) return 'other';
  const digest = await sha256OfText(sealedText(notice.number, notice.record));
  const facts = sealFacts(notice.number, notice.record, { keyId: payload.keyId, digest });
  if (!saysSame(facts, payload)) return 'other';
  return notice.state === 'voided' ? 'voided' : 'same';
}
