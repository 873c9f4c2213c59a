/**
 * 发文登记簿: whether every number of a series has its whereabouts. A number that is
 * missing, there twice or without a reason is named; nothing is passed over.
 */
import type { NoticeNumber, NumberState } from './notice-number.ts';

export const NUMBER_STATE_NAMES: Readonly<Record<NumberState, string>> = {
  leased: '在租',
  used: '已用',
  voided: '作废',
  recalled: '收回',
};

export interface RegisterLine extends NoticeNumber {
  readonly state: NumberState;
  /** Who holds it, where it is lent. */
  readonly holder: string;
  /** The notice that bears it; empty for none. */
  readonly noticeId: string;
  /** Why it was voided or taken back. */
  readonly reason: string;
}

/** One agency code's numbers of a year. */
export interface Series {
  readonly agency: string;
  /** The number that it gives next: all before it have left it. */
  readonly next: number;
}

export interface SeriesAudit extends Series {
  /** Numbers whose whereabouts nobody can tell, in order, each once. */
  readonly unexplained: readonly number[];
}

export type StateCounts = Readonly<Record<NumberState, number>>;

export function countStates(lines: readonly Pick<RegisterLine, 'state'>[]): StateCounts {
  const counts = { used: 0, leased: 0, voided: 0, recalled: 0 };
  for (const { state } of lines) counts[state] += 1;
  return counts;
}

/** Holds one year's lines against its series; a series that has no line of its own in `series` is one too many. */
export function auditYear(
  lines: readonly RegisterLine[],
  series: readonly Series[],
): readonly SeriesAudit[] {
  const nexts = new Map(series.map(({ agency, next }) => [agency, next]));
  for (const { agency } of lines) if (!nexts.has(agency)) nexts.set(agency, 1);
  return [...nexts].map(([agency, next]) => {
    const own = lines.filter((line) => line.agency === agency);
    return { agency, next, unexplained: unexplained(own, next) };
  });
}

function unexplained(lines: readonly RegisterLine[], next: number): number[] {
  const seen = new Set<number>();
  const wrong = new Set<number>();
  for (const line of lines) {
    const given = line.seq >= 1 && line.seq < next;
    if (!given || seen.has(line.seq) || !isExplained(line)) wrong.add(line.seq);
    seen.add(line.seq);
  }
  for (let seq = 1; seq < next; seq += 1) if (!seen.has(seq)) wrong.add(seq);
  return [...wrong].sort((a, b) => a - b);
}

function isExplained({ state, holder, noticeId, reason }: RegisterLine): boolean {
  switch (state) {
    case 'leased':
      return holder !== '';
    case 'used':
      return noticeId !== '';
    case 'voided':
    case 'recalled':
      return reason !== '';
  }
}

/** `3、7–9、12`, numbers in order. */
export function sayRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、');
}
