import { expect, test } from 'vitest';
import {
  type Asked,
  groupMeant,
  noticeGroups,
  shortestDeadline,
} from '../../src/client/screens/issue/candidates.ts';
import { mayIssue } from '../../src/client/screens/issue/waiting.ts';
import { workCalendar } from '../../src/domain/calendar.ts';
import { instantOf } from '../../src/domain/civil.ts';
import type { DeadlineChoice } from '../../src/domain/deadline.ts';
import type { Role } from '../../src/domain/role.ts';
import type { FindingRow, TeamRow } from '../../src/protocol/rows/index.ts';

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

const ROUNDS = [
  { id: 'R1', starts: '2026-03-01' },
  { id: 'R2', starts: '2026-11-01' },
];

test('a notice is offered one unit and one round, the latest first, then the most problems', () => {
  const groups = noticeGroups(
    [
      finding('a', { unitId: 'U01' }),
      finding('b'),
      finding('c', { recordedAt: NOW - 1 }),
      finding('d', { state: 'assigned', noticeId: 'N1' }),
      finding('e', { state: 'voided' }),
      finding('f', { roundId: 'R2', teamId: 'T2' }),
    ],
    ROUNDS,
  );
  expect(groups.map(({ key, findings }) => [key, findings.map((each) => each.id)])).toEqual([
    ['R2/U03', ['f']],
    ['R1/U03', ['c', 'b']],
    ['R1/U01', ['a']],
  ]);
});

test('a problem that the address names brings its own unit and round, or nothing', () => {
  const groups = noticeGroups(
    [finding('a'), finding('b', { unitId: 'U01', roundId: 'R2' }), finding('c', { unitId: 'U01' })],
    ROUNDS,
  );
  const meant = (asked: Asked, chosen: string | null = null) =>
    groupMeant(groups, asked, chosen)?.key;
  expect(meant({ finding: 'c' }, 'R2/U01')).toBe('R1/U01');
  expect(meant({ finding: 'on another notice', unit: 'U01' })).toBeUndefined();
  expect(meant({ unit: 'U03' }, 'R2/U01')).toBe('R1/U03');
  expect(meant({}, 'R1/U01')).toBe('R1/U01');
  expect(meant({}, 'R1/U99')).toBe('R2/U01');
  expect(groupMeant([], {}, null)).toBeUndefined();
});

test('an inspector issues for groups of their own, in every round; who leads, for all', () => {
  const team = (id: string, ...memberIds: string[]): TeamRow => ({
    id,
    roundId: 'R1',
    name: id,
    memberIds,
    pointIds: [],
  });
  const teams = [team('T1', 'A1'), team('T2', 'A2', 'A3'), team('T3', 'A1', 'A2')];
  const issues = (accountId: string, role: Role, over: Partial<FindingRow> = {}) =>
    ['T1', 'T2', 'T3'].filter((teamId) =>
      mayIssue(finding('a', { teamId, ...over }), { accountId, role }, teams),
    );
  expect(issues('A1', 'inspector')).toEqual(['T1', 'T3']);
  expect(issues('A3', 'inspector')).toEqual(['T2']);
  expect(issues('A9', 'inspector')).toEqual([]);
  expect(issues('A3', 'supervisor')).toEqual(['T1', 'T2', 'T3']);
  expect(issues('A1', 'unit')).toEqual([]);
  expect(issues('A1', 'inspector', { state: 'closed' })).toEqual([]);
  expect(issues('A1', 'supervisor', { noticeId: 'N1' })).toEqual([]);
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
