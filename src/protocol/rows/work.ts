import * as z from 'zod/mini';
import { VERDICTS } from '../../domain/answer.ts';
import { PHOTO_STAGES } from '../../domain/evidence-stage.ts';
import { FINDING_STATES } from '../../domain/finding-life.ts';
import { URGE_LEVELS } from '../../domain/letter.ts';
import { Shelf } from './answer.ts';
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

/** How a problem came to be closed. */
export const CLOSINGS = ['recheck', 'on-spot', 'hand-off', 'shelf'] as const;

/** The last that was sent about it since the unit's last answer; `dueAt`: its own last term. */
export const Urge = z.object({
  level: z.enum(URGE_LEVELS),
  letterId: Id,
  at: Instant,
  dueAt: z.nullable(Instant),
});

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
  /** 整改前 photos that count. */
  photoCount: z.int(),
  /** Of the unit's last answer. */
  repliedAt: z.nullable(Instant),
  /** 受理待复查: the office has taken the last answer as one worth a visit. */
  acceptedAt: z.nullable(Instant),
  closedAt: z.nullable(Instant),
  closing: z.nullable(z.enum(CLOSINGS)),
  shelf: z.nullable(Shelf),
  /** The problem that this one repeats; null unless it was voided for that. */
  mergedInto: z.nullable(Id),
  /** 延期 asked and not decided. */
  extensionId: z.nullable(Id),
  urge: z.nullable(Urge),
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
  /** False where the file told no capture time: `takenAt` is then when it was chosen. */
  timed: z.boolean(),
  place: z.nullable(Place),
  stage: z.enum(PHOTO_STAGES),
  /** The answer or recheck that it belongs to; empty for none. */
  ofId: text(120),
  /** 64 bits of how it looks, as hex; empty where nobody has computed them. A hint, never proof. */
  phash: text(16),
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
    'replied',
    'accepted',
    'returned',
    'passed',
    'fixed',
    'shelved',
    'shelf-kept',
    'unshelved',
    'handed-off',
    'handoff-sent',
    'handoff-filed',
    'handed-back',
    'merged',
    'closed',
    'extension-asked',
    'extension-granted',
    'extension-refused',
    'urged',
    'letter-voided',
  ]),
  detail: text(1000),
  at: Instant,
  by: Id,
  byName: text(60),
});
export type EventRow = z.infer<typeof EventRow>;
