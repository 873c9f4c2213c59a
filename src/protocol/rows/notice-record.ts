/**
 * What a notice is printed from, frozen when it is issued: whatever is renamed,
 * amended or set otherwise later, the paper that was handed over stays as it was.
 */
import * as z from 'zod/mini';
import { Id, Instant, NoticeNumber, Sha256, text } from './shared.ts';

const Fonts = z.array(Sha256).check(z.maxLength(12));

/** By face, the fonts by their bytes' hash, the one that comes first where it has the character. */
export const FaceFonts = z.object({
  xiaobiaosong: Fonts,
  fangsong: Fonts,
  kaiti: Fonts,
  heiti: Fonts,
  songti: Fonts,
});
export type FaceFonts = z.infer<typeof FaceFonts>;

/** Of a program that was built without fonts, and of papers from before they were noted. */
export const NO_FONTS: FaceFonts = {
  xiaobiaosong: [],
  fangsong: [],
  kaiti: [],
  heiti: [],
  songti: [],
};

/** 文件格式 and 信函格式 (GB/T 9704-2012, 10.1). */
export const PAPER_FORMATS = ['document', 'letter'] as const;
export const PaperFormat = z.enum(PAPER_FORMATS);
export type PaperFormat = z.infer<typeof PaperFormat>;

export const RecordedPhoto = z.object({
  sha256: Sha256,
  takenAt: Instant,
  width: z.int(),
  height: z.int(),
});

export const RecordedProblem = z.object({
  findingId: Id,
  pointId: Id,
  pointName: text(200),
  text: text(1000),
  count: z.nullable(z.int()),
  /** The checklist item's text, of the edition that was inspected by; null where recorded by hand. */
  itemText: z.nullable(text(500)),
  recordedAt: Instant,
  photos: z.array(RecordedPhoto).check(z.maxLength(60)),
});

export const NoticeRecord = z.object({
  /** Which edition of the template lays it out; a renderer keeps every one that was ever issued. */
  edition: z.int(),
  format: PaperFormat,
  fonts: FaceFonts,
  officeName: text(60),
  contact: text(40),
  phone: text(40),
  /** 依据, and the closing sentences of 整改要求 and 反馈要求, as the office has set them. */
  basis: text(300),
  demand: text(300),
  feedback: text(300),
  /** Where the QR leads to; empty where the office had said none. */
  address: text(200),
  unitName: text(200),
  roundName: text(60),
  teamName: text(300),
  /** Whether every point is a key point: 重点点位, otherwise 点位. */
  keyPointsOnly: z.boolean(),
  /** 立行立改 asks for more than a date. */
  immediate: z.boolean(),
  issuedAt: Instant,
  dueAt: Instant,
  /** The number of the voided notice in whose place this one stands; null for none. */
  replaces: z.nullable(NoticeNumber),
  problems: z.array(RecordedProblem).check(z.maxLength(200)),
});
export type NoticeRecord = z.infer<typeof NoticeRecord>;

/** What the QR on the paper says and who signed that. Bytes are base64url without padding. */
export const NoticeSeal = z.object({
  /** The `id` of a signer. */
  keyId: Id,
  /** SHA-256 of the number and the record, see `sealedText`. */
  digest: Sha256,
  signature: text(200),
});
export type NoticeSeal = z.infer<typeof NoticeSeal>;
