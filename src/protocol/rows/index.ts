/** The synced tables, and the schema of a row in each. */
import type * as z from 'zod/mini';
import { ExtensionRow, HandoffRow, RecheckRow, ReplyRow } from './answer.ts';
import { ChecklistRow, PointRow, RoundRow, TeamRow } from './city.ts';
import { LetterRow } from './letter.ts';
import { CalendarRow, OfficeRow, UnitRow } from './office.ts';
import { FontRow, SignerRow } from './paper.ts';
import { EventRow, FindingRow, InspectionRow, NoticeRow, PhotoRow } from './work.ts';

export const ROWS = {
  office: OfficeRow,
  calendar: CalendarRow,
  unit: UnitRow,
  checklist: ChecklistRow,
  point: PointRow,
  round: RoundRow,
  team: TeamRow,
  inspection: InspectionRow,
  finding: FindingRow,
  photo: PhotoRow,
  notice: NoticeRow,
  event: EventRow,
  font: FontRow,
  signer: SignerRow,
  reply: ReplyRow,
  recheck: RecheckRow,
  extension: ExtensionRow,
  handoff: HandoffRow,
  letter: LetterRow,
} as const;

export type TableName = keyof typeof ROWS;
export type RowOf = { [T in TableName]: z.infer<(typeof ROWS)[T]> };
export const TABLES: readonly TableName[] = [
  'office',
  'calendar',
  'unit',
  'checklist',
  'point',
  'round',
  'team',
  'inspection',
  'finding',
  'photo',
  'notice',
  'event',
  'font',
  'signer',
  'reply',
  'recheck',
  'extension',
  'handoff',
  'letter',
];

/** The fields by which a table may be listed; each is an index on both sides. */
export const INDEXES = {
  office: [],
  calendar: [],
  unit: [],
  checklist: ['category'],
  point: [],
  round: [],
  team: ['roundId'],
  inspection: ['pointId', 'roundId'],
  finding: ['pointId', 'inspectionId', 'noticeId', 'unitId'],
  photo: ['findingId', 'noticeId', 'sha256'],
  notice: ['unitId'],
  event: ['subjectId'],
  font: [],
  signer: [],
  reply: ['findingId'],
  recheck: ['findingId'],
  extension: ['findingId'],
  handoff: ['findingId'],
  letter: ['unitId'],
} as const satisfies { [T in TableName]: readonly (keyof RowOf[T])[] };

export type IndexOf<T extends TableName> = (typeof INDEXES)[T][number];

export type { AnswerFile, ExtensionRow, HandoffRow, RecheckRow, ReplyRow } from './answer.ts';
export type { ChecklistRow, Item, PointRow, RoundRow, TeamRow } from './city.ts';
export type { Delivery, DeliveryEntry, HandOver, Signature } from './delivery.ts';
export type { LetterProblem, LetterRecord, LetterRow } from './letter.ts';
export type { FaceFonts, NoticeRecord, NoticeSeal, PaperFormat } from './notice-record.ts';
export type { CalendarRow, OfficeRow, UnitRow } from './office.ts';
export type { FontRow, SignerRow } from './paper.ts';
export type { Place } from './shared.ts';
export type { EventRow, FindingRow, InspectionRow, NoticeRow, PhotoRow } from './work.ts';
