/** All that is on this unit, by whose turn it is; the most pressing first. */
import { useMemo } from 'preact/hooks';
import { sayNoticeName } from '../../../domain/notice-number.ts';
import type { FindingRow, NoticeRow } from '../../../protocol/rows/index.ts';
import { useLive } from '../../ui/use-live.ts';
import { nextOf } from './next-box.tsx';

export const HEAPS = ['unit', 'office', 'nobody'] as const;
export type Heap = (typeof HEAPS)[number];

export const HEAP_NAMES: Record<Heap, string> = {
  unit: '要办',
  office: '等督查组',
  nobody: '已办结',
};

export interface AnswerLine {
  readonly finding: FindingRow;
  readonly heap: Heap;
  readonly noticeId: string;
  readonly noticeName: string;
}

export interface Answers {
  readonly lines: readonly AnswerLine[];
  /** Living notices that nobody has signed for, the oldest first. */
  readonly unsigned: readonly NoticeRow[];
}

export function useAnswers(): Answers | undefined {
  const read = useLive(async (db) => {
    const [findings, notices] = await Promise.all([db.finding.toArray(), db.notice.toArray()]);
    return { findings, notices };
  }, []);
  return useMemo(() => {
    if (!read) return undefined;
    const notices = new Map(read.notices.map((notice) => [notice.id, notice]));
    const lines = read.findings.map((finding) => ({
      finding,
      heap: nextOf(finding).turn,
      noticeId: finding.noticeId ?? '',
      noticeName: finding.noticeId
        ? sayNoticeName(notices.get(finding.noticeId)?.number ?? null)
        : '',
    }));
    const unsigned = read.notices
      .filter(({ state, delivery }) => state === 'issued' && delivery === null)
      .sort((a, b) => a.issuedAt - b.issuedAt);
    return { lines: lines.sort(byPressure), unsigned };
  }, [read]);
}

/** What is due first comes first; of what is done, the last. */
function byPressure(a: AnswerLine, b: AnswerLine): number {
  if (a.heap !== b.heap) return HEAPS.indexOf(a.heap) - HEAPS.indexOf(b.heap);
  if (a.heap === 'nobody') return b.finding.changedAt - a.finding.changedAt;
  return (a.finding.dueAt ?? 0) - (b.finding.dueAt ?? 0);
}

export interface AnswerFilter {
  readonly heap: Heap | 'all';
  readonly noticeId: string;
  readonly search: string;
}

export function filterAnswers(
  lines: readonly AnswerLine[],
  { heap, noticeId, search }: AnswerFilter,
): AnswerLine[] {
  const words = search.split(/\s+/).filter(Boolean);
  return lines.filter(
    (line) =>
      (heap === 'all' || line.heap === heap) &&
      (noticeId === '' || line.noticeId === noticeId) &&
      words.every((word) =>
        `${line.finding.text} ${line.finding.pointName} ${line.noticeName}`.includes(word),
      ),
  );
}
