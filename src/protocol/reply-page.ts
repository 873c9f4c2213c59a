/**
 * What the reply page and the office say to each other. Who asks holds the paper or a link
 * of one notice and has no account: nothing of any other notice, person or place is here.
 */
import * as z from 'zod/mini';
import { PHOTO_STAGES } from '../domain/evidence-stage.ts';
import { FINDING_STATES } from '../domain/finding-life.ts';
import { PhotoArgs } from './mutations/photos.ts';
import { ANSWER_WAYS, RECHECK_RESULTS } from './rows/answer.ts';
import { CivilDay, Id, Instant, Sha256, sentence, text, Uuid } from './rows/shared.ts';

/** What stands behind the `#`: a link's own secret (32 bytes, base64url), or what the paper's QR says. */
export const LINK_TOKEN = /^[\w-]{43}$/;

const ShownPhoto = z.object({
  sha256: Sha256,
  takenAt: Instant,
  timed: z.boolean(),
  width: z.int(),
  height: z.int(),
  stage: z.enum(PHOTO_STAGES),
  /** The answer or recheck that it belongs to; empty for 整改前. */
  ofId: text(120),
});
export type ShownPhoto = z.infer<typeof ShownPhoto>;

const ShownReply = z.object({
  id: Id,
  at: Instant,
  byName: text(60),
  way: z.enum(ANSWER_WAYS),
  text: text(1000),
  files: z.array(z.object({ name: text(130), bytes: z.int() })),
});
export type ShownReply = z.infer<typeof ShownReply>;

/** The inspectors go unnamed here: it is the office that has looked. */
const ShownRecheck = z.object({
  id: Id,
  at: Instant,
  result: z.enum(RECHECK_RESULTS),
  note: text(500),
});
export type ShownRecheck = z.infer<typeof ShownRecheck>;

const ShownExtension = z.object({
  id: Id,
  askedAt: Instant,
  byName: text(60),
  reason: text(500),
  until: Instant,
  state: z.enum(['asked', 'granted', 'refused']),
  decision: text(500),
  dueAt: z.nullable(Instant),
});
export type ShownExtension = z.infer<typeof ShownExtension>;

export const ShownProblem = z.object({
  id: Id,
  pointName: text(200),
  text: text(1000),
  itemText: z.nullable(text(500)),
  count: z.nullable(z.int()),
  recordedAt: Instant,
  state: z.enum(FINDING_STATES),
  dueAt: z.nullable(Instant),
  rework: z.int(),
  acceptedAt: z.nullable(Instant),
  reviewOn: z.nullable(CivilDay),
  merged: z.boolean(),
  /** Those that are at the office; and how many still travel. */
  photos: z.array(ShownPhoto),
  photosToCome: z.int(),
  replies: z.array(ShownReply),
  rechecks: z.array(ShownRecheck),
  extensions: z.array(ShownExtension),
});
export type ShownProblem = z.infer<typeof ShownProblem>;

export const ReplyView = z.object({
  noticeId: Id,
  /** `over`: 已办结, read only until `readableUntil`. */
  standing: z.enum(['open', 'over']),
  readableUntil: z.nullable(Instant),
  serverTime: Instant,
  officeName: text(60),
  contact: text(40),
  phone: text(40),
  closeHour: z.int(),
  sample: z.boolean(),
  number: text(80),
  unitName: text(200),
  issuedAt: Instant,
  dueAt: Instant,
  demand: text(300),
  /** 签收, in one line; null where nobody has. */
  taken: z.nullable(z.object({ at: Instant, words: text(600) })),
  problems: z.array(ShownProblem),
});
export type ReplyView = z.infer<typeof ReplyView>;

const Who = { byName: sentence(60) };

export const ReplySign = z.object({ ...Who, duty: text(60), phone: text(40) });
export type ReplySign = z.infer<typeof ReplySign>;

/** A file that has been sent before, under this page's own capability. */
const SentFile = z.object({ sha256: Sha256, name: sentence(120) });

export const ReplyAnswer = z.object({
  ...Who,
  /** Made on the phone: said twice, it is one answer. */
  id: Uuid,
  findingId: Uuid,
  text: text(1000),
  file: z.nullable(SentFile),
  photo: z.nullable(PhotoArgs),
});
export type ReplyAnswer = z.infer<typeof ReplyAnswer>;

export const ReplyExtension = z.object({
  ...Who,
  id: Uuid,
  findingId: Uuid,
  reason: sentence(500),
  until: CivilDay,
});
export type ReplyExtension = z.infer<typeof ReplyExtension>;

/** 回执. */
export const ReplyReceipt = z.object({
  what: z.enum(['taken', 'reply', 'extension']),
  number: text(20),
  at: Instant,
});
export type ReplyReceipt = z.infer<typeof ReplyReceipt>;

/** A file or photo that has come in whole. */
export const FileTaken = z.object({ sha256: Sha256, type: text(100), bytes: z.int() });
export type FileTaken = z.infer<typeof FileTaken>;
