/**
 * What the holder of a paper or link is let in to: one notice, or nothing. This is the only
 * place that decides it; no route asks any other. What was presented never reaches a log.
 */

import { createHash, timingSafeEqual } from 'node:crypto';
import { type ReplyGate, replyGate } from '../../domain/reply-gate.ts';
import type { FailureCode } from '../../protocol/failures.ts';
import { LINK_ORDER } from '../../protocol/mutations/reply.ts';
import { LINK_TOKEN } from '../../protocol/reply-page.ts';
import type { FindingRow, NoticeRow } from '../../protocol/rows/index.ts';
import { decodeSeal, encodeSeal } from '../../protocol/seal-payload.ts';
import { sealFacts } from '../../protocol/sealed.ts';
import { hashToken } from '../auth/sessions.ts';
import type { Context } from '../context.ts';
import { Failure } from '../http/failure.ts';
import { judgeSeal } from '../signing/judge-seal.ts';
import type { Db } from '../store/database.ts';

export type Parts = Pick<Context, 'store' | 'officeId' | 'books' | 'rows' | 'paperDigest' | 'now'>;

export interface WayIn {
  readonly ok: true;
  readonly notice: NoticeRow;
  /** Those that the notice carries. */
  readonly findings: readonly FindingRow[];
  readonly gate: Exclude<ReplyGate, { kind: 'shut' }>;
  /** The link by which; null for the paper itself. */
  readonly linkId: string | null;
  /** Whose deeds these are in the journal. */
  readonly client: string;
}

export type Capability =
  | WayIn
  | { readonly ok: false; readonly why: Extract<FailureCode, `reply-${string}`> };

interface Found {
  readonly notice: NoticeRow;
  readonly linkId: string | null;
  readonly revoked: boolean;
}

const USED_EVERY_MS = 600_000;

export async function judgeCapability(parts: Parts, presented: string): Promise<Capability> {
  const found = LINK_TOKEN.test(presented)
    ? await byLink(parts, presented)
    : await byPaper(parts, presented);
  if (found === null) return { ok: false, why: await whyNone(parts, presented) };
  const { notice, linkId, revoked } = found;
  if (revoked) return { ok: false, why: 'reply-revoked' };
  const findings = await findingsOf(parts, notice);
  const gate = replyGate(notice, findings, parts.now());
  if (gate.kind === 'shut') return { ok: false, why: `reply-${gate.why}` };
  return {
    ok: true,
    notice,
    findings,
    gate,
    linkId,
    client: `${LINK_ORDER}${linkId ?? notice.id}`,
  };
}

/** The problems that a notice carries now, in its order. */
export async function findingsOf(
  { store, rows }: Pick<Context, 'store' | 'rows'>,
  notice: NoticeRow,
): Promise<FindingRow[]> {
  const all = await rows.getMany(store.db, 'finding', notice.findingIds);
  const byId = new Map(all.map(({ row }) => [row.id, row]));
  return notice.findingIds.flatMap((id) => {
    const finding = byId.get(id);
    return finding?.noticeId === notice.id ? [finding] : [];
  });
}

async function byLink(parts: Parts, token: string): Promise<Found | null> {
  const { store, officeId, rows, now } = parts;
  const hash = hashToken(token);
  const link = await store.db
    .selectFrom('reply_link')
    .select(['id', 'notice_id', 'hash', 'used_at', 'revoked_at'])
    .where('office', '=', officeId)
    .where('hash', '=', hash)
    .executeTakeFirst();
  if (!link || !isSame(link.hash, hash)) return null;
  const notice = (await rows.get(store.db, 'notice', link.notice_id))?.row;
  if (!notice) return null;
  if (link.revoked_at === null && now() - (link.used_at ?? 0) > USED_EVERY_MS) {
    await store.db
      .updateTable('reply_link')
      .set({ used_at: now() })
      .where('office', '=', officeId)
      .where('id', '=', link.id)
      .execute();
  }
  return { notice, linkId: link.id, revoked: link.revoked_at !== null };
}

/** Exactly what the paper bears: what the books have sealed, by the bit. */
async function byPaper(parts: Parts, payload: string): Promise<Found | null> {
  const { store, officeId, books, rows } = parts;
  const read = decodeSeal(payload);
  if (!read.ok) return null;
  const booked = await books.register.read(store.db, read.payload.number);
  const id = booked?.notice_id ?? '';
  const notice = id === '' ? undefined : (await rows.get(store.db, 'notice', id))?.row;
  const { number, record, seal } = notice ?? {};
  if (!notice || !number || !record || !seal) return null;
  const own = encodeSeal({ ...sealFacts(number, record, seal), signature: seal.signature });
  if (!isSame(own, payload)) return null;
  return { notice, linkId: null, revoked: await isPaperRevoked(store.db, officeId, id) };
}

/** Within a deed's own transaction, under the office's lock: revoked in this moment, it takes no deed. */
export async function requireAlive(
  tx: Db,
  officeId: string,
  { linkId, notice }: WayIn,
): Promise<void> {
  const dead =
    linkId === null
      ? await isPaperRevoked(tx, officeId, notice.id)
      : await isLinkRevoked(tx, officeId, linkId);
  if (dead) throw new Failure('reply-revoked');
}

async function isPaperRevoked(db: Db, officeId: string, noticeId: string): Promise<boolean> {
  const revoked = await db
    .selectFrom('reply_paper')
    .select('notice_id')
    .where('office', '=', officeId)
    .where('notice_id', '=', noticeId)
    .executeTakeFirst();
  return revoked !== undefined;
}

async function isLinkRevoked(db: Db, officeId: string, id: string): Promise<boolean> {
  const living = await db
    .selectFrom('reply_link')
    .select('id')
    .where('office', '=', officeId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return living === undefined;
}

/** A paper of ours that the books do not have yet is worth waiting for. */
async function whyNone(parts: Parts, payload: string): Promise<'reply-unbooked' | 'reply-unknown'> {
  if (LINK_TOKEN.test(payload)) return 'reply-unknown';
  const { reason } = await judgeSeal(parts, { payload });
  return reason === 'unbooked' ? 'reply-unbooked' : 'reply-unknown';
}

/** Takes as long for a wrong one as for the right one. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
