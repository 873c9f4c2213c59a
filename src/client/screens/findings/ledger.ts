/** The ledger as this device knows it: the same filters, orders and counts as the office's. Pure. */
import { addDays, instantOf } from '../../../domain/civil.ts';
import { type Lateness, latenessOf, type Reckoning } from '../../../domain/lateness.ts';
import { COUNTED, noCounts, statesIn } from '../../../domain/ledger.ts';
import { sayNumber } from '../../../domain/notice-number.ts';
import type { LedgerCounts, LedgerFilter, LedgerLine } from '../../../protocol/ledger.ts';
import type { FindingRow, NoticeRow, PointRow, UnitRow } from '../../../protocol/rows/index.ts';

export interface LedgerRow {
  readonly finding: FindingRow;
  readonly unitName: string;
  /** 文号 of the living notice; empty without one. */
  readonly number: string;
  /** `142号`, for a narrow column. */
  readonly shortNumber: string;
  readonly numberSort: number | null;
  readonly streetId: string;
  readonly streetName: string;
  readonly category: string;
  readonly categoryName: string;
  readonly lateness: Lateness;
  /** What a search looks in, lower case; empty for a row of the office's, which has searched already. */
  readonly words: string;
}

export interface LedgerSources {
  readonly findings: readonly FindingRow[];
  readonly notices: ReadonlyMap<string, NoticeRow>;
  readonly units: ReadonlyMap<string, UnitRow>;
  readonly points: ReadonlyMap<string, PointRow>;
}

export function ledgerRows(sources: LedgerSources, reckoning: Reckoning): LedgerRow[] {
  return sources.findings.map((finding) => localRow(finding, sources, reckoning));
}

function localRow(finding: FindingRow, sources: LedgerSources, reckoning: Reckoning): LedgerRow {
  const notice = finding.noticeId === null ? undefined : sources.notices.get(finding.noticeId);
  const unit = sources.units.get(finding.unitId);
  const point = sources.points.get(finding.pointId);
  const told = toldNumber(notice?.number ?? null, notice !== undefined);
  return {
    finding,
    unitName: unit?.shortName ?? notice?.unitName ?? '',
    ...told,
    streetId: point?.streetId ?? '',
    streetName: sources.units.get(point?.streetId ?? '')?.shortName ?? '',
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
      told.number,
    ]
      .join(' ')
      .toLowerCase(),
  };
}

/** A row as the office has told it. */
export function rowOfLine(line: LedgerLine, reckoning: Reckoning): LedgerRow {
  const { finding, unitName, streetId, streetName, category, categoryName } = line;
  return {
    finding,
    unitName,
    ...toldNumber(line.number, line.issuedAt !== null),
    streetId,
    streetName,
    category,
    categoryName,
    lateness: latenessOf(finding, reckoning),
    words: '',
  };
}

function toldNumber(number: NoticeRow['number'], noticed: boolean) {
  return {
    number: number ? sayNumber(number) : '',
    shortNumber: number ? `${number.seq}号` : noticed ? '待定' : '',
    numberSort: number ? number.year * 1_000_000 + number.seq : null,
  };
}

export function inLedgerState(row: LedgerRow, state: LedgerFilter['state']): boolean {
  if (state === '') return true;
  const { finding, lateness } = row;
  const states = statesIn(state);
  if (states) return states.includes(finding.state);
  switch (state) {
    case 'twice':
      return lateness.kind === 'overdue' && lateness.twice;
    case 'review':
      return finding.state === 'replied' && finding.acceptedAt === null;
    case 'recheck':
      return finding.state === 'replied' && finding.acceptedAt !== null;
    case 'extension':
      return finding.extensionId !== null;
    default:
      return lateness.kind === state;
  }
}

export function filterLedger(rows: readonly LedgerRow[], filter: LedgerFilter): LedgerRow[] {
  const fits = fitting(filter);
  return rows.filter((row) => inLedgerState(row, filter.state) && fits(row));
}

/** All of the filter but its state. */
export function fitting(filter: LedgerFilter): (row: LedgerRow) => boolean {
  const words = wordsOf(filter.search);
  const numbers = wordsOf(filter.number);
  const inSpan = spanOf(filter);
  return (row) => {
    const { finding } = row;
    return (
      (filter.unitId === '' || finding.unitId === filter.unitId) &&
      (filter.streetId === '' || row.streetId === filter.streetId) &&
      (filter.category === '' || row.category === filter.category) &&
      (filter.roundId === '' || finding.roundId === filter.roundId) &&
      (filter.rework === '' || finding.rework > 0) &&
      hasUrge(finding, filter.urge) &&
      inSpan(finding) &&
      hasNumber(row, numbers) &&
      words.every((word) => row.words.includes(word))
    );
  };
}

function hasUrge({ urge }: FindingRow, wanted: LedgerFilter['urge']): boolean {
  if (wanted === '') return true;
  if (wanted === 'none' || wanted === 'any') return (urge === null) === (wanted === 'none');
  return urge?.level === wanted;
}

function spanOf({ dates, from, to }: LedgerFilter): (finding: FindingRow) => boolean {
  if (from === '' && to === '') return () => true;
  const field = ({ recorded: 'recordedAt', due: 'dueAt', closed: 'closedAt' } as const)[dates];
  const first = from === '' ? Number.NEGATIVE_INFINITY : instantOf(from, 0);
  const end = to === '' ? Number.POSITIVE_INFINITY : instantOf(addDays(to, 1), 0);
  return (finding) => {
    const at = finding[field];
    return at !== null && at >= first && at < end;
  };
}

function hasNumber({ number, numberSort }: LedgerRow, words: readonly string[]): boolean {
  const [only] = words;
  if (words.length === 1 && only !== undefined && /^\d{1,6}$/.test(only)) {
    return numberSort !== null && numberSort % 1_000_000 === Number(only);
  }
  return words.every((word) => number.toLowerCase().includes(word));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Every state and everything within, over rows that are filtered by all but their state. */
export function countLedger(rows: readonly LedgerRow[]): LedgerCounts {
  const of = noCounts();
  for (const row of rows) {
    for (const state of COUNTED) if (inLedgerState(row, state)) of[state] += 1;
  }
  return { total: rows.length, of };
}
