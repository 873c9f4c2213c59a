/** 反馈链接 of a notice: made, listed, and revoked all at once, the paper's QR with them. */
import { uuidv7 } from 'uuidv7';
import { replyGate } from '../../domain/reply-gate.ts';
import type { ReplyLinkMade, ReplyLinks } from '../../protocol/reply-links.ts';
import type { NoticeRow } from '../../protocol/rows/index.ts';
import type { Person } from '../auth/people.ts';
import { hashToken, newToken } from '../auth/sessions.ts';
import type { Context } from '../context.ts';
import { Failure } from '../http/failure.ts';
import { takeVersions } from '../store/office-lock.ts';
import { findingsOf } from './capability.ts';

type Parts = Pick<Context, 'store' | 'officeId' | 'rows' | 'now'>;

/** A unit is sent a link now and then; hundreds are a mistake. */
const MOST_LIVING = 20;

export async function listLinks(parts: Parts, notice: NoticeRow): Promise<ReplyLinks> {
  const { store, officeId, now } = parts;
  const links = await store.db
    .selectFrom('reply_link')
    .selectAll()
    .where('office', '=', officeId)
    .where('notice_id', '=', notice.id)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const paper = await store.db
    .selectFrom('reply_paper')
    .select('revoked_at')
    .where('office', '=', officeId)
    .where('notice_id', '=', notice.id)
    .executeTakeFirst();
  const gate = replyGate(notice, await findingsOf(parts, notice), now());
  return {
    links: links.map((link) => ({
      id: link.id,
      madeAt: link.made_at,
      madeByName: link.made_by_name,
      usedAt: link.used_at,
      revokedAt: link.revoked_at,
      revokedByName: link.revoked_by_name,
    })),
    paperRevokedAt: paper?.revoked_at ?? null,
    shut: gate.kind === 'shut' ? gate.why : null,
  };
}

/** The secret is in this answer and nowhere else. */
export async function makeLink(
  parts: Parts,
  person: Person,
  notice: NoticeRow,
): Promise<ReplyLinkMade> {
  const { store, officeId, now } = parts;
  const before = await listLinks(parts, notice);
  if (before.shut !== null) throw new Failure(`reply-${before.shut}`);
  if (before.links.filter(({ revokedAt }) => revokedAt === null).length >= MOST_LIVING) {
    throw new Failure('conflict', { message: '有效的链接太多，请先撤销再生成' });
  }
  const token = newToken();
  await store.db
    .insertInto('reply_link')
    .values({
      office: officeId,
      id: uuidv7(),
      notice_id: notice.id,
      hash: hashToken(token),
      made_at: now(),
      made_by: person.accountId,
      made_by_name: person.name,
      used_at: null,
      revoked_at: null,
      revoked_by_name: '',
    })
    .execute();
  return { token, all: await listLinks(parts, notice) };
}

/** From here on neither a link made before nor the QR on the paper lets anybody in. */
export async function revokeLinks(
  parts: Parts,
  person: Person,
  notice: NoticeRow,
): Promise<ReplyLinks> {
  const { store, officeId, now } = parts;
  const ended = { revoked_at: now(), revoked_by_name: person.name };
  await store.db.transaction().execute(async (tx) => {
    // Under the office's lock: a deed by one of them is done before this, or not at all.
    await takeVersions(tx, officeId, 0);
    await tx
      .updateTable('reply_link')
      .set(ended)
      .where('office', '=', officeId)
      .where('notice_id', '=', notice.id)
      .where('revoked_at', 'is', null)
      .execute();
    await tx
      .insertInto('reply_paper')
      .values({ office: officeId, notice_id: notice.id, ...ended })
      .onConflict((conflict) => conflict.columns(['office', 'notice_id']).doNothing())
      .execute();
  });
  return listLinks(parts, notice);
}
