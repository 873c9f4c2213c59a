import { describe, expect, test } from 'vitest';
import { countLedger, filterLedger, ledgerRows } from '../../src/client/screens/findings/ledger.ts';
import { sortLedger } from '../../src/client/screens/findings/ledger-order.ts';
import { workCalendar } from '../../src/domain/calendar.ts';
import { instantOf } from '../../src/domain/civil.ts';
import { FINDING_STATES } from '../../src/domain/finding-life.ts';
import { HEAPS } from '../../src/domain/ledger.ts';
import { NO_FILTER } from '../../src/protocol/ledger.ts';
import type { FindingRow, NoticeRow } from '../../src/protocol/rows/index.ts';

const NOW = instantOf('2026-11-23', 12);

function finding(id: string, over: Partial<FindingRow> = {}): FindingRow {
  return {
    id,
    roundId: 'R1',
    teamId: 'T1',
    pointId: 'YL-0174',
    pointName: '金榆小区',
    inspectionId: null,
    itemId: null,
    text: '楼道飞线充电',
    count: null,
    unitId: 'U03',
    deadline: { kind: 'days', days: 3 },
    state: 'recorded',
    noticeId: null,
    dueAt: null,
    rework: 0,
    photoCount: 0,
    repliedAt: null,
    acceptedAt: null,
    closedAt: null,
    closing: null,
    shelf: null,
    mergedInto: null,
    extensionId: null,
    urge: null,
    place: null,
    by: 'A1',
    byName: '督查员一',
    recordedAt: NOW,
    changedAt: NOW,
    ...over,
  };
}

const notice: NoticeRow = {
  id: 'N1',
  roundId: 'R1',
  teamId: 'T1',
  unitId: 'U03',
  unitName: '榆林市住房和城乡建设局',
  number: { agency: '榆文明督', year: 2026, seq: 142 },
  findingIds: [],
  deadline: { kind: 'days', days: 3 },
  dueAt: NOW,
  issuedAt: NOW,
  by: 'A1',
  byName: '督查员一',
  state: 'issued',
  voidReason: '',
  voidedAt: null,
  record: null,
  seal: null,
  delivery: null,
  replaces: null,
};

const rowsOf = (findings: readonly FindingRow[]) =>
  ledgerRows(
    { findings, notices: new Map([['N1', notice]]), units: new Map(), points: new Map() },
    { now: NOW, calendar: workCalendar([]), soonDays: 3 },
  );
const ids = (rows: ReturnType<typeof rowsOf>) => rows.map((row) => row.finding.id);

describe('the ledger of problems', () => {
  test('the heaps add up to the total, whatever the states', () => {
    const rows = rowsOf(FINDING_STATES.map((state) => finding(state, { state })));
    const counts = countLedger(rows);
    const sum = HEAPS.reduce((all, { id }) => all + counts.of[id], 0);
    expect(sum).toBe(counts.total);
    expect(counts.total).toBe(FINDING_STATES.length);
    expect(HEAPS.flatMap((heap) => [...heap.states]).sort()).toEqual([...FINDING_STATES].sort());
  });

  test('overdue comes first, the longest on top, and what is over last', () => {
    const due = (days: number) => NOW + days * 86_400_000;
    const rows = rowsOf([
      finding('closed', { state: 'closed', dueAt: due(-9) }),
      finding('recorded'),
      finding('late1', { state: 'assigned', dueAt: due(-1) }),
      finding('soon', { state: 'acknowledged', dueAt: due(2) }),
      finding('late5', { state: 'returned', dueAt: due(-5) }),
    ]);
    expect(ids(sortLedger(rows, NO_FILTER))).toEqual([
      'late5',
      'late1',
      'soon',
      'recorded',
      'closed',
    ]);
  });

  test('an answered problem is not overdue, however old its deadline', () => {
    const rows = rowsOf([finding('a', { state: 'replied', dueAt: NOW - 86_400_000 })]);
    expect(countLedger(rows).of.overdue).toBe(0);
  });

  test('search finds text, point, code and 文号， each word of it', () => {
    const rows = rowsOf([
      finding('a', { state: 'assigned', noticeId: 'N1' }),
      finding('b', { text: '护栏缺失', pointName: '红山路', pointId: 'YL-0011' }),
    ]);
    const search = (words: string) => ids(filterLedger(rows, { ...NO_FILTER, search: words }));
    expect(search('飞线')).toEqual(['a']);
    expect(search('142号')).toEqual(['a']);
    expect(search('yl-0011 护栏')).toEqual(['b']);
    expect(search('红山路 飞线')).toEqual([]);
    expect(search('')).toHaveLength(2);
  });
});
