/** The register of official numbers (发文字号): looked at and taken back from online, not synced. */
import * as z from 'zod/mini';
import { LETTER_KINDS } from '../domain/letter.ts';
import { NUMBER_STATES } from '../domain/notice-number.ts';
import type { RegisterLine } from '../domain/register.ts';
import { sayLetterPaper } from '../domain/urge.ts';
import { Id, Instant, sentence, text } from './rows/shared.ts';
import { Lease } from './sync.ts';

export const NumberRecall = z.object({ reason: sentence(500) });
/** The numbers that were taken back; none where the device held none. */
export const NumbersRecalled = z.object({ numbers: z.array(Lease) });

export const NumberEntry = z.object({
  agency: text(20),
  year: z.int(),
  seq: z.int(),
  state: z.enum(NUMBER_STATES),
  /** The device that it was lent to or drawn for, what that calls itself, and whose it is. */
  holder: z.object({ clientId: Id, accountName: text(60), label: text(80) }),
  /** The notice or letter that bears it, also a void one; null for none. */
  paper: z.nullable(
    z.object({
      kind: z.enum(['notice', ...LETTER_KINDS]),
      id: Id,
      unitName: text(200),
      issuedAt: Instant,
    }),
  ),
  /** Why it was voided or taken back; empty otherwise. */
  reason: z.string(),
  /** Who took it back; empty where nobody did, or the office did so by itself. */
  recalledBy: text(60),
  /** Null where the office itself drew it. */
  leasedAt: z.nullable(Instant),
  /** When it was used, voided or taken back; null while it is lent. */
  settledAt: z.nullable(Instant),
});
export type NumberEntry = z.infer<typeof NumberEntry>;

/** Every number of the year that has left its series, in order. */
export const NumberList = z.object({
  year: z.int(),
  /** All years that have numbers, the latest first. */
  years: z.array(z.int()),
  /** The year's series, one an agency code, and the number that each gives next. */
  series: z.array(z.object({ agency: text(20), next: z.int() })),
  numbers: z.array(NumberEntry),
});
export type NumberList = z.infer<typeof NumberList>;

/** As the audit of the register reads it. */
export function lineOf({ holder, paper, ...entry }: NumberEntry): RegisterLine {
  return { ...entry, holder: holder.clientId, noticeId: paper?.id ?? '' };
}

/** 文种 of what bears it; empty for none. */
export function sayPaperKind({ paper }: Pick<NumberEntry, 'paper'>): string {
  if (paper === null) return '';
  return paper.kind === 'notice' ? '督查通知书' : sayLetterPaper(paper.kind);
}

/** Who holds the number or why it is not to be used; empty for one that is simply used. */
export function sayWhereabouts({ state, holder, reason, recalledBy }: NumberEntry): string {
  switch (state) {
    case 'leased': {
      const who = holder.accountName === '' ? '账号已不在' : holder.accountName;
      return holder.label === '' ? who : `${who} · ${holder.label}`;
    }
    case 'recalled':
      return `${reason}（${recalledBy === '' ? '系统' : recalledBy}收回）`;
    case 'used':
    case 'voided':
      return reason;
  }
}

/** The date of issue where a paper bears it, else when it came to what it is (ms). */
export function datedAt({ paper, settledAt, leasedAt }: NumberEntry): number | null {
  return paper?.issuedAt ?? settledAt ?? leasedAt;
}
