/**
 * 台账: asked of the office page by page, since it holds the problems of all rounds;
 * not synced. The same question, as an address, also names an export and a saved view.
 */
import * as z from 'zod/mini';
import { LEDGER_STATES, type LedgerState } from '../domain/ledger.ts';
import { URGE_LEVELS } from '../domain/letter.ts';
import { CivilDay, Id, Instant, NoticeNumber, sentence, text, Uuid } from './rows/shared.ts';
import { FindingRow } from './rows/work.ts';

export const LEDGER_SORTS = [
  'urgency',
  'text',
  'point',
  'unit',
  'street',
  'category',
  'round',
  'number',
  'due',
  'state',
  'rework',
  'urge',
  'photos',
  'recorded',
  'closed',
  'changed',
] as const;
export type LedgerSort = (typeof LEDGER_SORTS)[number];

/** Which date a span is of. */
export const LEDGER_DATES = ['recorded', 'due', 'closed'] as const;

const Choice = z.union([z.literal(''), Id]);
const Day = z.union([z.literal(''), CivilDay]);

/** Empty is "all", in every field. */
export const LedgerFilter = z.object({
  search: text(100),
  state: z.enum(['', ...LEDGER_STATES]),
  unitId: Choice,
  streetId: Choice,
  category: Choice,
  roundId: Choice,
  /** Figures alone are the running number of a 文号; anything else is looked for in it. */
  number: text(40),
  dates: z.enum(LEDGER_DATES),
  from: Day,
  to: Day,
  /** `none`: never urged; `any`: urged at all. */
  urge: z.enum(['', 'none', 'any', ...URGE_LEVELS]),
  rework: z.enum(['', 'yes']),
  sort: z.enum(LEDGER_SORTS),
  dir: z.enum(['asc', 'desc']),
});
export type LedgerFilter = z.infer<typeof LedgerFilter>;

export const NO_FILTER: LedgerFilter = {
  search: '',
  state: '',
  unitId: '',
  streetId: '',
  category: '',
  roundId: '',
  number: '',
  dates: 'recorded',
  from: '',
  to: '',
  urge: '',
  rework: '',
  sort: 'urgency',
  dir: 'asc',
};

/** Rows that one page may hold. */
export const LEDGER_PAGE = 200;

/** One problem with what the ledger calls the things that it names. */
export const LedgerLine = z.object({
  finding: FindingRow,
  unitName: text(200),
  /** Of the living notice; null without one, and while it is 编号待定. */
  number: z.nullable(NoticeNumber),
  issuedAt: z.nullable(Instant),
  streetId: text(120),
  streetName: text(60),
  category: text(120),
  categoryName: text(60),
  roundName: text(60),
});
export type LedgerLine = z.infer<typeof LedgerLine>;

/** By state and by what is counted within; `total` is the sum of the states. */
export const LedgerCounts = z.object({
  total: z.int(),
  of: z.record(z.enum(LEDGER_STATES), z.int()),
});
export type LedgerCounts = {
  readonly total: number;
  readonly of: Readonly<Record<LedgerState, number>>;
};

export const LedgerPage = z.object({
  /** Problems that the filter leaves. */
  matched: z.int(),
  offset: z.int(),
  lines: z.array(LedgerLine),
  /** Over the filter without its `state`, so that the equation can be chosen from. */
  counts: LedgerCounts,
  /** Where the problem that was asked for stands in this order; null where it is not in it. */
  position: z.nullable(z.int()),
  /** Said beside 临期 where a year's days off are not loaded; empty otherwise. */
  gap: text(60),
});
export type LedgerPage = z.infer<typeof LedgerPage>;

export const LEDGER_GROUPINGS = ['unit', 'category', 'street', 'round'] as const;
export type LedgerGrouping = (typeof LEDGER_GROUPINGS)[number];

export const LedgerGroups = z.object({
  groups: z.array(z.object({ id: text(120), name: text(200), counts: LedgerCounts })),
  total: LedgerCounts,
});
export type LedgerGroups = z.infer<typeof LedgerGroups>;

/** The choices that the filters offer: only what occurs in the person's own ledger. */
const Choices = z.array(z.object({ id: text(120), name: text(200) }));
export const LedgerChoices = z.object({
  unit: Choices,
  category: Choices,
  street: Choices,
  round: Choices,
});
export type LedgerChoices = z.infer<typeof LedgerChoices>;

export const LedgerView = z.object({ id: Uuid, name: sentence(40), filter: LedgerFilter });
export type LedgerView = z.infer<typeof LedgerView>;
export const LedgerViews = z.object({ views: z.array(LedgerView) });
/** More than anybody finds again in a list. */
export const MOST_VIEWS = 30;

export const LEDGER_FORMATS = ['xlsx', 'csv', 'geojson', 'zip'] as const;
export type LedgerFormat = (typeof LEDGER_FORMATS)[number];

/** How far an export has come; told by the server that writes it. */
export const ExportProgress = z.object({
  state: z.enum(['writing', 'done', 'failed', 'cancelled']),
  written: z.int(),
  total: z.int(),
  /** Photos that were put in, of an export that takes them along. */
  photos: z.int(),
  bytes: z.int(),
});
export type ExportProgress = z.infer<typeof ExportProgress>;

/** The filter as the part of an address behind `?`; what is "all" is left out. */
export function filterText(filter: LedgerFilter): string {
  return Object.entries(filter)
    .filter(([field, value]) => value !== Reflect.get(NO_FILTER, field))
    .map(([field, value]) => `${field}=${encodeURIComponent(value)}`)
    .join('&');
}

/** Parses a question by the fields of an address; what is left out is "all". */
export function filterOf(fields: unknown): LedgerFilter | null {
  if (typeof fields !== 'object' || fields === null) return null;
  const parsed = LedgerFilter.safeParse({ ...NO_FILTER, ...fields });
  return parsed.success ? parsed.data : null;
}
