/** 提示, 催办, 督办单, 通报 and 月度提示: papers to one unit that follow its notices. */
import * as z from 'zod/mini';
import { LETTER_KINDS } from '../../domain/letter.ts';
import { FaceFonts, PaperFormat, RecordedPhoto } from './notice-record.ts';
import { Id, Instant, NoticeNumber, text } from './shared.ts';

export const MAX_LETTER_PROBLEMS = 300;

const LetterProblem = z.object({
  findingId: Id,
  pointId: Id,
  pointName: text(200),
  text: text(1000),
  count: z.nullable(z.int()),
  itemText: z.nullable(text(500)),
  recordedAt: Instant,
  photos: z.array(RecordedPhoto).check(z.maxLength(60)),
  noticeNumber: z.nullable(NoticeNumber),
  noticeIssuedAt: z.nullable(Instant),
  dueAt: Instant,
  /** 临期, 超期, 退回整改. */
  section: z.enum(['soon', 'overdue', 'returned']),
});
export type LetterProblem = z.infer<typeof LetterProblem>;

const FormerLetter = z.object({
  kind: z.enum(LETTER_KINDS),
  number: z.nullable(NoticeNumber),
  issuedAt: Instant,
});

/** What a letter is printed from, frozen when it is issued. */
export const LetterRecord = z.object({
  edition: z.int(),
  format: PaperFormat,
  fonts: FaceFonts,
  officeName: text(60),
  contact: text(40),
  phone: text(40),
  basis: text(300),
  /** The office's own words in this letter; empty for the usual ones. */
  demand: text(300),
  feedback: text(300),
  address: text(200),
  unitName: text(200),
  issuedAt: Instant,
  /** The last term of a 催办 or 督办单; null where none is set. */
  dueAt: z.nullable(Instant),
  /** Of a 月度提示, `2026-11`; else empty. */
  month: text(7),
  problems: z.array(LetterProblem).check(z.maxLength(MAX_LETTER_PROBLEMS)),
  /** What was found again and again, the most frequent first. */
  frequent: z.array(z.object({ text: text(500), count: z.int() })).check(z.maxLength(20)),
  /** Of a 通报: what was sent before about some of its problems, in order. */
  former: z.optional(z.array(FormerLetter).check(z.maxLength(12))),
});
export type LetterRecord = z.infer<typeof LetterRecord>;

export const LetterRow = z.object({
  id: Id,
  kind: z.enum(LETTER_KINDS),
  unitId: Id,
  unitName: text(200),
  month: text(7),
  findingIds: z.array(Id),
  /** Null while 编号待定, and for good where the office does not number its letters. */
  number: z.nullable(NoticeNumber),
  dueAt: z.nullable(Instant),
  issuedAt: Instant,
  by: Id,
  byName: text(60),
  state: z.enum(['issued', 'voided']),
  voidReason: text(500),
  voidedAt: z.nullable(Instant),
  record: LetterRecord,
});
export type LetterRow = z.infer<typeof LetterRow>;
