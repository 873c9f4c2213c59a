import { expect, test } from 'vitest';
import { candidatesByUnit, shortestDeadline } from '../../src/client/screens/issue/candidates.ts';
import { workCalendar } from '../../src/domain/calendar.ts';
import { instantOf } from '../../src/domain/civil.ts';
import type { DeadlineChoice } from '../../src/domain/deadline.ts';
import type { FindingRow } from '../../src/protocol/rows/index.ts';

const NOW = instantOf('2026-11-23', 16);
const CALENDAR = workCalendar([{ year: 2026, holidays: [], workdays: [] }]);

function finding(id: string, over: Partial<FindingRow> = {}): FindingRow {
  return {
    id,
    roundId: 'R1',
    teamId: 'T1',
    pointId: 'P1',
    pointName: '金榆小区',
    inspectionId: null,
    itemId: null,
    text: '楼道飞线充电',
    count: null,
    unitId: 'U03',
    deadline: { kind: 'days', days: 7 },
    state: 'recorded',
    noticeId: null,
    dueAt: null,
    rework: 0,
    photoCount: 0,
    place: null,
    by: 'A1',
    byName: '督查员一',
    recordedAt: NOW,
    changedAt: NOW,
    ...over,
  };
}

test('only recorded problems without a notice wait for one, most by unit first', () => {
  const units = candidatesByUnit([
    finding('a', { unitId: 'U01' }),
    finding('b'),
    finding('c', { recordedAt: NOW - 1 }),
    finding('d', { state: 'assigned', noticeId: 'N1' }),
    finding('e', { state: 'voided' }),
  ]);
  expect(units.map((unit) => [unit.unitId, unit.findings.map((each) => each.id)])).toEqual([
    ['U03', ['c', 'b']],
    ['U01', ['a']],
  ]);
});

test('the deadline offered is the shortest that the problems ask for and that can still be set', () => {
  const shortest = (...deadlines: DeadlineChoice[]) =>
    shortestDeadline(
      deadlines.map((deadline, nth) => finding(String(nth), { deadline })),
      NOW,
      CALENDAR,
      18,
    );
  expect(shortest({ kind: 'days', days: 7 }, { kind: 'immediate' })).toEqual({ kind: 'immediate' });
  expect(shortest({ kind: 'days', days: 15 }, { kind: 'date', date: '2026-11-25' })).toEqual({
    kind: 'date',
    date: '2026-11-25',
  });
  expect(shortest({ kind: 'date', date: '2026-11-20' })).toEqual({ kind: 'days', days: 3 });
  expect(shortest()).toEqual({ kind: 'days', days: 3 });
});
