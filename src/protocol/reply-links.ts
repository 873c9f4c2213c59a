/** 反馈链接, as the office sees them: a link's secret is told once, when it is made, and kept nowhere. */
import * as z from 'zod/mini';
import { Id, Instant, text } from './rows/shared.ts';

export const ReplyLink = z.object({
  id: Id,
  madeAt: Instant,
  madeByName: text(60),
  /** When somebody last came by it; null for never. */
  usedAt: z.nullable(Instant),
  revokedAt: z.nullable(Instant),
  revokedByName: text(60),
});
export type ReplyLink = z.infer<typeof ReplyLink>;

export const ReplyLinks = z.object({
  /** Newest first. */
  links: z.array(ReplyLink),
  /** Since when the QR on the paper no longer lets anybody in; null while it does. */
  paperRevokedAt: z.nullable(Instant),
  /** What nobody comes in for any more, with or without a link. */
  shut: z.nullable(z.enum(['voided', 'closed'])),
});
export type ReplyLinks = z.infer<typeof ReplyLinks>;

export const ReplyLinkMade = z.object({
  /** Behind the `#` of the reply page's address. */
  token: text(60),
  all: ReplyLinks,
});
export type ReplyLinkMade = z.infer<typeof ReplyLinkMade>;
