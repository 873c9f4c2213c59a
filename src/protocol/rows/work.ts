import * as z from 'zod/mini';
import { VERDICTS } from '../../domain/answer.ts';
import { FINDING_STATES } from '../../domain/finding-life.ts';
import { Delivery } from './delivery.ts';
import { NoticeRecord, NoticeSeal } from './notice-record.ts';
import { DeadlineChoice, Id, Instant, NoticeNumber, Place, Sha256, text } from './shared.ts';

export const AnswerValue = z.object({
  verdict: z.enum(VERDICTS),
  reason: z.nullable(text(60)),
  count: z.nullable(z.int()),
  note: text(500),
  at: Instant,
});

export const InspectionRow = z.object({
  id: Id,
  roundId: Id,
  teamId: Id,
  pointId: Id,
  checklistId: Id,
  by: Id,
  byName: text(60),
  startedAt: Instant,
  finishedAt: z.nullable(Instant),
  /** By item id. */
  answers: z.record(z.string(), AnswerValue),
});
export type InspectionRow = z.infer<typeof InspectionRow>;

export const FindingRow = z.object({
  id: Id,
  roundId: Id,
  teamId: Id,
  pointId: Id,
  /** Kept with the finding, since a unit sees its findings but not the points. */
  pointName: text(200),
  inspectionId: z.nullable(Id),
  itemId: z.nullable(Id),
  text: text(1000),
  count: z.nullable(z.int()),
  unitId: Id,
  deadline: DeadlineChoice,
  state: z.enum(FINDING_STATES),
  noticeId: z.nullable(Id),
  /** Set when a notice carries it. */
  dueAt: z.nullable(Instant),
  rework: z.int(),
  photoCount: z.int(),
  place: z.nullable(Place),
  by: Id,
  byName: text(60),
  recordedAt: Instant,
  changedAt: Instant,
});
export type FindingRow = z.infer<typeof FindingRow>;

export const PhotoRow = z.object({
  id: Id,
  /** Empty for a photo of a paper receipt. */
  findingId: text(120),
  /** The notice whose paper receipt it shows; empty for a photo of a finding. */
  noticeId: text(120),
  unitId: Id,
  sha256: Sha256,
  bytes: z.int(),
  width: z.int(),
  height: z.int(),
  takenAt: Instant,
  place: z.nullable(Place),
  /** Set by the server alone, once the bytes are there and their hash is right. */
  arrived: z.boolean(),
  /** Taken off the finding by its author; kept all the same. */
  removed: z.boolean(),
});
export type PhotoRow = z.infer<typeof PhotoRow>;

export const NoticeRow = z.object({
  id: Id,
  roundId: Id,
  teamId: Id,
  unitId: Id,
  unitName: text(200),
  /** Null while 编号待定. */
  number: z.nullable(NoticeNumber),
  findingIds: z.array(Id),
  deadline: DeadlineChoice,
  dueAt: Instant,
  issuedAt: Instant,
  by: Id,
  byName: text(60),
  state: z.enum(['issued', 'voided']),
  voidReason: text(500),
  voidedAt: z.nullable(Instant),
  /** What its paper is printed from; null for one of before papers were kept. */
  record: z.nullable(NoticeRecord),
  /** Null until it has a number and somebody who signs. */
  seal: z.nullable(NoticeSeal),
  delivery: z.nullable(Delivery),
  /** The voided notice in whose place it stands; null for none. */
  replaces: z.nullable(Id),
});
export type NoticeRow = z.infer<typeof NoticeRow>;

/** One line of a finding's or notice's 经过; written by the mutators, never changed. */
export const EventRow = z.object({
  id: Id,
  subject: z.enum(['finding', 'notice']),
  subjectId: Id,
  /** The unit that may see it; empty before the finding is on a notice. */
  unitId: text(64),
  kind: z.enum([
    'recorded',
    'amended',
    'assigned',
    'unassigned',
    'acknowledged',
    'unacknowledged',
    'voided',
    'issued',
    'delivered',
  ]),
  detail: text(1000),
  at: Instant,
  by: Id,
  byName: text(60),
});
export type EventRow = z.infer<typeof EventRow>;
