/** 移交数字城管: codes, batches and receipts, as the office's desk asks for them. */
import * as z from 'zod/mini';
import { CODE_KINDS } from '../domain/city-code.ts';
import { HANDOFF_STATES } from '../domain/handoff.ts';
import { CONTRADICTIONS, sayContradiction } from '../domain/receipt-contradiction.ts';
import { ImportReport } from './admin.ts';
import { DeadlineChoice, Id, Instant, text } from './rows/shared.ts';

export const CodeTableAnswer = z.object({
  codes: z.array(
    z.object({
      code: text(20),
      kind: z.enum(CODE_KINDS),
      major: text(10),
      majorName: text(60),
      minor: text(10),
      minorName: text(60),
      usualOwner: text(300),
      retired: z.boolean(),
    }),
  ),
  mappings: z.array(z.object({ source: text(120), code: text(20) })),
});
export type CodeTableAnswer = z.infer<typeof CodeTableAnswer>;

/** What an import of the whole table did, in rows. */
export const CodeReport = z.extend(ImportReport, {
  /** Codes that are no longer offered, mappings that are no longer made. */
  dropped: z.int(),
});
export type CodeReport = z.infer<typeof CodeReport>;

/** More than a person looks through; a platform takes its tables in pieces. */
export const MAX_BATCH = 500;

export const BatchCreate = z.object({
  /** Problems that are handed off and have not gone out. */
  findingIds: z.array(Id).check(z.minLength(1), z.maxLength(MAX_BATCH)),
});

export const BatchSummary = z.object({
  id: Id,
  madeAt: Instant,
  byName: text(60),
  problems: z.int(),
  photos: z.int(),
});
export type BatchSummary = z.infer<typeof BatchSummary>;
export const BatchList = z.object({ batches: z.array(BatchSummary) });
export type BatchList = z.infer<typeof BatchList>;

export const BatchMade = z.object({
  /** Null where none of the problems could go out. */
  batch: z.nullable(BatchSummary),
  /** Those that could not, each with its sentence. */
  left: z.array(z.object({ findingId: Id, message: text(2000) })),
});
export type BatchMade = z.infer<typeof BatchMade>;

const Said = z.object({
  key: text(120),
  findingId: text(120),
  caseNumber: text(60),
  filed: z.nullable(z.boolean()),
  reason: text(300),
  filedAt: z.nullable(Instant),
  closedAt: z.nullable(Instant),
  result: text(300),
});

const Step = z.object({
  result: z.enum(['filed', 'closed', 'declined']),
  caseNumber: text(60),
  at: z.nullable(Instant),
  note: text(500),
});

/** The problem as the office has it. */
const Ours = z.object({
  handoffId: Id,
  findingId: Id,
  text: text(1000),
  pointName: text(200),
  code: text(40),
  state: z.enum(HANDOFF_STATES),
  caseNumber: text(60),
  /** Its notice carries it: what comes back to its unit needs a deadline. */
  noticed: z.boolean(),
});

export const ReceiptEntry = z.object({
  lines: z.array(z.int()),
  kind: z.enum(['matched', 'unknown', 'contradicted']),
  why: z.nullable(z.enum(CONTRADICTIONS)),
  said: Said,
  ours: z.nullable(Ours),
  /** What it does, or would do if it were taken at its word. */
  steps: z.array(Step),
  outcome: z.enum(['', 'applied', 'refused']),
  /** Why the office's rule refused it, in words. */
  refusal: text(2000),
  decision: z.nullable(
    z.object({ take: z.boolean(), note: text(500), byName: text(60), at: Instant }),
  ),
});
export type ReceiptEntry = z.infer<typeof ReceiptEntry>;

export const ReceiptReport = z.object({
  /** Empty for a preview, which nothing keeps. */
  id: text(120),
  fileName: text(200),
  at: Instant,
  byName: text(60),
  entries: z.array(ReceiptEntry),
});
export type ReceiptReport = z.infer<typeof ReceiptReport>;

export const ReceiptCounts = z.object({
  matched: z.int(),
  unknown: z.int(),
  contradicted: z.int(),
  /** Of the contradicted ones. */
  undecided: z.int(),
});
export type ReceiptCounts = z.infer<typeof ReceiptCounts>;

export const ReceiptSummary = z.object({
  id: Id,
  fileName: text(200),
  at: Instant,
  byName: text(60),
  counts: ReceiptCounts,
});
export type ReceiptSummary = z.infer<typeof ReceiptSummary>;
export const ReceiptList = z.object({ receipts: z.array(ReceiptSummary) });
export type ReceiptList = z.infer<typeof ReceiptList>;

export const ReceiptDecision = z.object({
  /** The first line of the entry. */
  line: z.int(),
  /** True: as the table says; false: as it stands here. */
  take: z.boolean(),
  note: text(500),
  deadline: z.nullable(DeadlineChoice),
});
export type ReceiptDecision = z.infer<typeof ReceiptDecision>;

export function countReceipts(entries: readonly ReceiptEntry[]): ReceiptCounts {
  const of = (kind: ReceiptEntry['kind']) => entries.filter((one) => one.kind === kind);
  const contradicted = of('contradicted');
  return {
    matched: of('matched').length,
    unknown: of('unknown').length,
    contradicted: contradicted.length,
    undecided: contradicted.filter(({ decision }) => decision === null).length,
  };
}

/** What came of an entry, in the office's words. */
export function sayEntry(entry: ReceiptEntry): string {
  if (entry.outcome === 'refused') return entry.refusal;
  if (entry.kind === 'unknown') return '本系统没有移交过这个问题';
  if (entry.kind === 'matched') return entry.steps.length === 0 ? '没有新的结果' : saySteps(entry);
  const why = entry.why === null ? '' : sayContradiction(entry.why);
  if (!entry.decision) return why;
  return `${why}；已决定${entry.decision.take ? `按回执：${saySteps(entry)}` : '不采用'}`;
}

const STEP_WORDS = { filed: '立案', closed: '结案', declined: '不立案' } as const;

export function saySteps({ steps }: Pick<ReceiptEntry, 'steps'>): string {
  return steps
    .map(({ result, caseNumber, note }) =>
      [STEP_WORDS[result], caseNumber, note].filter((part) => part !== '').join(' '),
    )
    .join('，');
}
