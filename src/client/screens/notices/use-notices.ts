import { useMemo } from 'preact/hooks';
import { NUMBER_PENDING, sayNumber } from '../../../domain/notice-number.ts';
import type { FindingRow, NoticeRow } from '../../../protocol/rows/index.ts';
import { useLive } from '../../ui/use-live.ts';
import { useNow } from '../../ui/use-now.ts';
import { dueOf, type NoticeStanding, standingOf } from '../notice/notice-standing.tsx';

export interface NoticeLine {
  readonly notice: NoticeRow;
  readonly name: string;
  readonly unitName: string;
  /** The first deadline of what is still owed. */
  readonly dueAt: number;
  readonly standing: NoticeStanding;
}

export interface NoticeFilter {
  readonly search: string;
  readonly standing: string;
  readonly unitId: string;
}

export const NO_NOTICE_FILTER: NoticeFilter = { search: '', standing: '', unitId: '' };

/** Newest first; undefined until read. */
export function useNotices(): readonly NoticeLine[] | undefined {
  const now = useNow();
  const read = useLive(async (db) => {
    const [notices, findings, units] = await Promise.all([
      db.notice.toArray(),
      db.finding.toArray(),
      db.unit.toArray(),
    ]);
    return { notices, findings, units: new Map(units.map((unit) => [unit.id, unit.shortName])) };
  }, []);
  return useMemo(() => {
    if (!read) return undefined;
    const byId = new Map(read.findings.map((finding) => [finding.id, finding]));
    return read.notices
      .map((notice) => ({ notice, findings: findingsOf(notice, byId) }))
      .map(({ notice, findings }) => ({
        notice,
        dueAt: dueOf(notice, findings),
        name: notice.number ? sayNumber(notice.number) : NUMBER_PENDING,
        unitName: read.units.get(notice.unitId) ?? notice.unitName,
        standing: standingOf(notice, findings, now),
      }))
      .sort((a, b) => b.notice.issuedAt - a.notice.issuedAt);
  }, [read, now]);
}

function findingsOf(notice: NoticeRow, byId: ReadonlyMap<string, FindingRow>): FindingRow[] {
  return notice.findingIds.flatMap((id) => byId.get(id) ?? []);
}

export function filterNotices(lines: readonly NoticeLine[], filter: NoticeFilter): NoticeLine[] {
  const words = filter.search.split(/\s+/).filter(Boolean);
  return lines.filter(
    (line) =>
      (filter.standing === '' || line.standing === filter.standing) &&
      (filter.unitId === '' || line.notice.unitId === filter.unitId) &&
      words.every((word) => `${line.name} ${line.unitName} ${line.notice.unitName}`.includes(word)),
  );
}
