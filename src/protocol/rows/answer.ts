/** What becomes of a problem once a notice carries it: the unit's answers, the office's verdicts. */
import * as z from 'zod/mini';
import { HANDOFF_STATES } from '../../domain/handoff.ts';
import { CivilDay, Id, Instant, Place, Sha256, text } from './shared.ts';

/** A file that a unit has sent; its bytes are at the office, by their hash. */
export const AnswerFile = z.object({
  sha256: Sha256,
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  type: text(100),
  bytes: z.int().check(z.gte(1), z.lte(20_000_000)),
});
export type AnswerFile = z.infer<typeof AnswerFile>;
export const MAX_ANSWER_FILES = 5;

/** By a signed-in unit, through the link of a notice, or on paper, entered by the office. */
export const ANSWER_WAYS = ['account', 'link', 'paper'] as const;

/** 整改反馈: one answer to one problem. It is never changed; a further one stands beside it. */
export const ReplyRow = z.object({
  id: Id,
  findingId: Id,
  noticeId: Id,
  unitId: Id,
  text: text(1000),
  files: z.array(AnswerFile).check(z.maxLength(MAX_ANSWER_FILES)),
  /** The after-photo, a row of `photo`; null for none. One at most is asked for. */
  photoId: z.nullable(Id),
  way: z.enum(ANSWER_WAYS),
  at: Instant,
  by: Id,
  byName: text(60),
});
export type ReplyRow = z.infer<typeof ReplyRow>;

/** `returned`: sent back at the desk, without a visit. */
export const RECHECK_RESULTS = ['passed', 'failed', 'returned'] as const;

/** 复查: the office's verdict on an answer. */
export const RecheckRow = z.object({
  id: Id,
  findingId: Id,
  /** The answer that it judges. */
  replyId: z.nullable(Id),
  unitId: Id,
  result: z.enum(RECHECK_RESULTS),
  note: text(500),
  place: z.nullable(Place),
  at: Instant,
  by: Id,
  byName: text(60),
});
export type RecheckRow = z.infer<typeof RecheckRow>;

/** 延期申请 and what was decided of it. */
export const ExtensionRow = z.object({
  id: Id,
  findingId: Id,
  unitId: Id,
  reason: text(500),
  /** Asked for: the office's closing hour of that day. */
  until: Instant,
  /** The deadline as it stood. */
  formerDueAt: Instant,
  state: z.enum(['asked', 'granted', 'refused']),
  askedAt: Instant,
  by: Id,
  byName: text(60),
  decidedAt: z.nullable(Instant),
  decidedByName: text(60),
  decision: text(500),
  /** The deadline that was granted. */
  dueAt: z.nullable(Instant),
});
export type ExtensionRow = z.infer<typeof ExtensionRow>;

/** 移交数字城管: a problem on its way through the city's own platform. */
export const HandoffRow = z.object({
  /** Also the key by which the platform takes it once, however often it is exported. */
  id: Id,
  findingId: Id,
  code: text(40),
  codeName: text(200),
  note: text(500),
  state: z.enum(HANDOFF_STATES),
  /** Empty until it went out. */
  batchId: text(120),
  sentAt: z.nullable(Instant),
  /** 外部案号. */
  caseNumber: text(60),
  /** 立案 and 结案, as the platform says. */
  filedAt: z.nullable(Instant),
  settledAt: z.nullable(Instant),
  result: text(500),
  at: Instant,
  by: Id,
  byName: text(60),
});
export type HandoffRow = z.infer<typeof HandoffRow>;

/** 挂账: why, and when it is looked at again. */
export const Shelf = z.object({ reason: text(500), reviewOn: CivilDay });
