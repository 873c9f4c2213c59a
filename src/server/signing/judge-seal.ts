/** What the office knows of a QR, for whoever asks: no more leaves here than `SealAnswer` says. */
import { sayNumber } from '../../domain/notice-number.ts';
import { type Evidence, verdictOf } from '../../domain/seal-verdict.ts';
import type { NoticeRow, SignerRow } from '../../protocol/rows/index.ts';
import { decodeSeal } from '../../protocol/seal-payload.ts';
import {
  type SealPayload,
  saysSame,
  sealedText,
  sealFacts,
  signedText,
} from '../../protocol/sealed.ts';
import type { SealAnswer, SealQuestion } from '../../protocol/signers.ts';
import type { Context } from '../context.ts';
import { isSignedBy, sha256Hex } from './node-keys.ts';

type Parts = Pick<Context, 'store' | 'books' | 'rows' | 'paperDigest'>;

const UNREAD = { key: 'stranger', signature: 'broken', books: 'none', inHand: 'unseen' } as const;

export async function judgeSeal(parts: Parts, question: SealQuestion): Promise<SealAnswer> {
  const { store, rows } = parts;
  const read = decodeSeal(question.payload);
  if (!read.ok) {
    const { reason } = verdictOf({ code: read.why, ...UNREAD });
    return { reason, at: null, voidReason: '' };
  }
  const { payload } = read;
  const signer = (await rows.get(store.db, 'signer', payload.keyId))?.row;
  const notice = await noticeOf(parts, payload);
  const evidence: Evidence = {
    code: 'read',
    key: !signer ? 'stranger' : signer.revokedAt === null ? 'good' : 'revoked',
    signature: signer && isSigned(signer, payload) ? 'fits' : 'broken',
    books: booksOf(notice, payload),
    inHand: 'unseen',
  };
  const judged = verdictOf(evidence);
  // Drawing a paper is work: only for a QR that is good so far.
  const { reason, verdict } =
    judged.verdict === 'genuine' || judged.verdict === 'voided'
      ? verdictOf({ ...evidence, inHand: await inHandOf(parts, question, payload, notice) })
      : judged;
  return {
    reason,
    at:
      (verdict === 'voided'
        ? notice?.voidedAt
        : verdict === 'revoked'
          ? signer?.revokedAt
          : null) ?? null,
    voidReason: verdict === 'voided' ? (notice?.voidReason ?? '') : '',
  };
}

function isSigned(signer: SignerRow, payload: SealPayload): boolean {
  return isSignedBy(signer, signedText(payload), payload.signature);
}

/** By the register, where every number says which notice bears it. */
async function noticeOf(
  { store: { db }, books, rows }: Parts,
  { number }: SealPayload,
): Promise<NoticeRow | null> {
  const id = (await books.register.read(db, number))?.notice_id ?? '';
  return id === '' ? null : ((await rows.get(db, 'notice', id))?.row ?? null);
}

/** The digest is made anew: what the books say, not what they say was signed. */
function booksOf(notice: NoticeRow | null, payload: SealPayload): Evidence['books'] {
  if (!notice) return 'none';
  if (!notice.number || !notice.record) return 'other';
  const digest = sha256Hex(sealedText(notice.number, notice.record));
  const facts = sealFacts(notice.number, notice.record, { keyId: payload.keyId, digest });
  if (!saysSame(facts, payload)) return 'other';
  return notice.state === 'voided' ? 'voided' : 'same';
}

async function inHandOf(
  { paperDigest }: Parts,
  { fileSha256, fileNumber }: SealQuestion,
  { number }: SealPayload,
  notice: NoticeRow | null,
): Promise<Evidence['inHand']> {
  if (fileNumber && fileNumber !== sayNumber(number)) return 'other-number';
  if (fileSha256 === undefined || notice?.state !== 'issued') return 'unseen';
  const digest = await paperDigest(notice.id);
  if (digest === null) return fileNumber ? 'uncompared' : 'other-file';
  return digest === fileSha256 ? 'same-file' : 'other-file';
}
