/** The ledger of problems: what counts as what, what comes first, what a filter leaves. Pure. */
import type { FindingState } from '../../../domain/finding-life.ts';
import { type Lateness, latenessOf, type Reckoning } from '../../../domain/lateness.ts';
import { sayNumber } from '../../../domain/notice-number.ts';
import type { FindingRow, NoticeRow, PointRow, UnitRow } from '../../../protocol/rows/index.ts';

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

export interface LedgerRow {
  readonly finding: FindingRow;
  readonly unitName: string;
  /** 文号 of the living notice; empty without one. */
  readonly number: string;
  /** `142号`, for a narrow column. */
  readonly shortNumber: string;
  readonly streetId: string;
  readonly category: string;
  readonly categoryName: string;
  readonly lateness: Lateness;
  /** What a search looks in, lower case. */
  readonly words: string;
}

export interface LedgerSources {
  readonly findings: readonly FindingRow[];
  readonly notices: ReadonlyMap<string, NoticeRow>;
  readonly units: ReadonlyMap<string, UnitRow>;
  readonly points: ReadonlyMap<string, PointRow>;
}

export function ledgerRows(sources: LedgerSources, reckoning: Reckoning): LedgerRow[] {
  return sources.findings.map((finding) => ledgerRow(finding, sources, reckoning)).sort(inOrder);
}

function ledgerRow(finding: FindingRow, sources: LedgerSources, reckoning: Reckoning): LedgerRow {
  const notice = finding.noticeId === null ? undefined : sources.notices.get(finding.noticeId);
  const unit = sources.units.get(finding.unitId);
  const point = sources.points.get(finding.pointId);
  const number = notice?.number ? sayNumber(notice.number) : '';
  return {
    finding,
    unitName: unit?.shortName ?? notice?.unitName ?? '',
    number,
    shortNumber: notice?.number ? `${notice.number.seq}号` : notice ? '待定' : '',
    streetId: point?.streetId ?? '',
    category: point?.category ?? '',
    categoryName: point?.categoryName ?? '',
    lateness: latenessOf(finding, reckoning),
    words: [
      finding.text,
      finding.pointName,
      finding.pointId,
      point?.initials,
      unit?.name,
      unit?.shortName,
      number,
    ]
      .join(' ')
      .toLowerCase(),
  };
}

/** 超期在前, the longest first; then by deadline; then what no notice carries; what is over, last. */
function inOrder(a: LedgerRow, b: LedgerRow): number {
  return (
    rank(a) - rank(b) ||
    (a.finding.dueAt ?? 0) - (b.finding.dueAt ?? 0) ||
    b.finding.recordedAt - a.finding.recordedAt ||
    (a.finding.id < b.finding.id ? -1 : 1)
  );
}

function rank(row: LedgerRow): number {
  if (row.lateness.kind === 'overdue') return 0;
  const order: Record<FindingState, number> = {
    returned: 1,
    assigned: 1,
    acknowledged: 1,
    replied: 1,
    recorded: 2,
    'handed-off': 3,
    shelved: 4,
    closed: 5,
    voided: 6,
  };
  return order[row.finding.state];
}

export interface LedgerFilter {
  readonly search: string;
  /** A heap, one state, or one of the derived counts; empty for all. */
  readonly state: HeapId | FindingState | 'overdue' | 'soon' | '';
  readonly unitId: string;
  readonly streetId: string;
  readonly category: string;
}

export const NO_FILTER: LedgerFilter = {
  search: '',
  state: '',
  unitId: '',
  streetId: '',
  category: '',
};

export function inLedgerState(row: LedgerRow, state: LedgerFilter['state']): boolean {
  if (state === '') return true;
  if (state === 'overdue' || state === 'soon') return row.lateness.kind === state;
  const heap = HEAPS.find((each) => each.id === state);
  const states: readonly FindingState[] = heap ? heap.states : [];
  return states.includes(row.finding.state) || row.finding.state === state;
}

export function filterLedger(rows: readonly LedgerRow[], filter: LedgerFilter): LedgerRow[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      inLedgerState(row, filter.state) &&
      (filter.unitId === '' || row.finding.unitId === filter.unitId) &&
      (filter.streetId === '' || row.streetId === filter.streetId) &&
      (filter.category === '' || row.category === filter.category) &&
      words.every((word) => row.words.includes(word)),
  );
}

export interface LedgerCounts {
  readonly total: number;
  readonly heaps: Readonly<Record<HeapId, number>>;
  /** Contained in the active heap, not counted again. */
  readonly overdue: number;
  readonly soon: number;
}

export function countLedger(rows: readonly LedgerRow[]): LedgerCounts {
  const count = (state: LedgerFilter['state']) =>
    rows.filter((row) => inLedgerState(row, state)).length;
  return {
    total: rows.length,
    heaps: {
      recorded: count('recorded'),
      active: count('active'),
      closed: count('closed'),
      'handed-off': count('handed-off'),
      shelved: count('shelved'),
      voided: count('voided'),
    },
    overdue: count('overdue'),
    soon: count('soon'),
  };
}
