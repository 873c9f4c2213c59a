/**
 * The ledger's arithmetic (对账销号): every problem lies on exactly one heap, so that
 * 总数 = 已记录 + 在办 + 已销号 + 移交 + 挂账 + 作废, whatever is filtered.
 */
import { FINDING_STATES, type FindingState } from './finding-life.ts';

/** The heaps that the total is the sum of, in the order of the equation. */
export const HEAPS = [
  { id: 'recorded', name: '已记录', states: ['recorded'], sign: 'recorded' },
  {
    id: 'active',
    name: '在办',
    states: ['assigned', 'acknowledged', 'replied', 'returned'],
    sign: 'acknowledged',
  },
  { id: 'closed', name: '已销号', states: ['closed'], sign: 'closed' },
  { id: 'handed-off', name: '移交', states: ['handed-off'], sign: 'handed-off' },
  { id: 'shelved', name: '挂账', states: ['shelved'], sign: 'shelved' },
  { id: 'voided', name: '作废', states: ['voided'], sign: 'voided' },
] as const satisfies readonly {
  id: string;
  name: string;
  states: readonly FindingState[];
  sign: FindingState;
}[];

export type HeapId = (typeof HEAPS)[number]['id'];

export const HEAP_IDS = [
  'recorded',
  'active',
  'closed',
  'handed-off',
  'shelved',
  'voided',
] as const;

/** What is counted within the heaps, never beside them. */
export const WITHIN = ['overdue', 'twice', 'soon', 'review', 'recheck', 'extension'] as const;
export type Within = (typeof WITHIN)[number];

const WITHIN_NAMES: Record<Within, string> = {
  overdue: '超期',
  twice: '二次超期',
  soon: '临期',
  review: '待审核',
  recheck: '待复查',
  extension: '延期待批',
};

export function sayWithin(within: Within): string {
  return WITHIN_NAMES[within];
}

/** What a filter by state may say: a heap, one state, or one of the counts within. */
export const LEDGER_STATES = [...new Set([...HEAP_IDS, ...FINDING_STATES, ...WITHIN])] as const;
export type LedgerState = HeapId | FindingState | Within;

/** All that is counted, each once: a heap of one state bears that state's name. */
export const COUNTED: readonly LedgerState[] = LEDGER_STATES;

export function noCounts(): Record<LedgerState, number> {
  return {
    recorded: 0,
    assigned: 0,
    acknowledged: 0,
    replied: 0,
    returned: 0,
    'handed-off': 0,
    shelved: 0,
    closed: 0,
    voided: 0,
    active: 0,
    overdue: 0,
    twice: 0,
    soon: 0,
    review: 0,
    recheck: 0,
    extension: 0,
  };
}

/** The states that a filter by heap or state takes in; null for one of the counts within. */
export function statesIn(state: LedgerState): readonly FindingState[] | null {
  const heap = HEAPS.find(({ id }) => id === state);
  if (heap) return heap.states;
  const one = FINDING_STATES.find((each) => each === state);
  return one ? [one] : null;
}

/** What is first in the ledger: who owes an answer, what waits for the office, what is over. */
export const RANKS: Readonly<Record<FindingState, number>> = {
  assigned: 0,
  acknowledged: 0,
  returned: 0,
  replied: 1,
  recorded: 2,
  'handed-off': 3,
  shelved: 4,
  closed: 5,
  voided: 6,
};

/** An instant (ms) stays below it until the year 2286. */
export const RANK_STEP = 10_000_000_000_000;

/**
 * The ledger's own order as one number, the least first: within a rank by deadline, so that
 * what is overdue longest is on top; what has none, the latest recorded first.
 */
export function urgencyOf(finding: {
  readonly state: FindingState;
  readonly dueAt: number | null;
  readonly recordedAt: number;
}): number {
  const within = finding.dueAt ?? RANK_STEP - finding.recordedAt;
  return RANKS[finding.state] * 2 * RANK_STEP + (finding.dueAt === null ? RANK_STEP : 0) + within;
}
