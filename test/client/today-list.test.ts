import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  countProgress,
  groupsOf,
  inOrder,
  matching,
} from '../../src/client/screens/today/today-groups.ts';
import {
  haystacks,
  type TodayFacts,
  todayPoints,
} from '../../src/client/screens/today/today-point.ts';
import type { TodayView } from '../../src/client/screens/today/today-view.ts';
import type { FindingRow, InspectionRow, PointRow } from '../../src/protocol/rows/index.ts';
import { checklist, NOON, point, team } from '../support/small-city.ts';
import { findingArgs } from '../support/tablet.ts';

const HOUR = 3_600_000;

const POINTS: readonly PointRow[] = [
  {
    ...point('YL-0101'),
    name: '金榆小区',
    initials: 'jyxq',
    address: '长城路 12 号',
    lon: 109.74,
  },
  {
    ...point('YL-0102'),
    name: '红山市场',
    initials: 'hssc',
    category: 'C02',
    streetId: 'S02',
    lon: 109.71,
  },
  {
    ...point('YL-0103'),
    name: '金榆公园',
    initials: 'jygy',
    category: 'C03',
    streetId: 'S02',
    lon: 109.7,
  },
];

function visit(pointId: string, over: Partial<InspectionRow> = {}): InspectionRow {
  return {
    id: `visit-${pointId}-${over.startedAt ?? NOON}`,
    roundId: 'R1',
    teamId: 'T1',
    pointId,
    checklistId: checklist.id,
    by: 'account-i1',
    byName: '督查员一',
    startedAt: NOON,
    finishedAt: null,
    answers: {},
    ...over,
  };
}

function problem(pointId: string, over: Partial<FindingRow> = {}): FindingRow {
  return {
    ...findingArgs(),
    teamId: 'T1',
    pointId,
    pointName: '',
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
    by: 'account-i1',
    byName: '督查员一',
    recordedAt: NOON,
    changedAt: NOON,
    ...over,
  };
}

const QUIET: TodayFacts = { inspections: [], findings: [], checklists: [checklist] };

const known = (facts: Partial<TodayFacts> = {}) =>
  todayPoints(POINTS, haystacks(POINTS), { ...QUIET, ...facts }, NOON);
const idsOf = (rows: readonly { readonly point: PointRow }[]) => rows.map((row) => row.point.id);

const VIEW: TodayView = {
  tab: 'all',
  text: '',
  category: '',
  streetId: '',
  teamId: '',
  problems: 'any',
  order: 'near',
};

describe('the search among points', () => {
  const search = (text: string) => idsOf(matching(known(), { ...VIEW, text }, []));

  test.each([
    ['金榆', ['YL-0101', 'YL-0103']],
    ['jyxq', ['YL-0101']],
    ['JY', ['YL-0101', 'YL-0103']],
    ['hssc', ['YL-0102']],
    ['yl-0102', ['YL-0102']],
    ['0103', ['YL-0103']],
    ['长城路', ['YL-0101']],
    ['  ', ['YL-0101', 'YL-0102', 'YL-0103']],
    ['没有这个', []],
  ])('finds %j by name, code, pinyin initials or address', (text, found) => {
    expect(search(text)).toEqual(found);
  });

  test('wants every word of it', () => {
    expect(search('jy 公园')).toEqual(['YL-0103']);
    expect(search('jy 市场')).toEqual([]);
  });
});

describe('the filters', () => {
  const facts = {
    findings: [
      problem('YL-0101'),
      problem('YL-0102', { state: 'assigned', dueAt: NOON - HOUR }),
      problem('YL-0103', { state: 'closed', dueAt: NOON - HOUR }),
    ],
  };
  const teams = [{ ...team, pointIds: ['YL-0103'] }];
  const filter = (change: Partial<TodayView>) =>
    idsOf(matching(known(facts), { ...VIEW, ...change }, teams));

  test.each<[string, Partial<TodayView>, string[]]>([
    ['type', { category: 'C02' }, ['YL-0102']],
    ['street', { streetId: 'S02' }, ['YL-0102', 'YL-0103']],
    ['open problems', { problems: 'open' }, ['YL-0101', 'YL-0102']],
    ['overdue problems', { problems: 'overdue' }, ['YL-0102']],
    ['group', { teamId: 'T1' }, ['YL-0103']],
    ['type and street', { category: 'C03', streetId: 'S02' }, ['YL-0103']],
    ['street and a word', { streetId: 'S02', text: 'jy' }, ['YL-0103']],
  ])('leave by %s what it says', (_name, change, left) => {
    expect(filter(change)).toEqual(left);
  });
});

describe('the order', () => {
  test('is nearest first from a known position', () => {
    const placed = inOrder(known(), { lon: 109.7, lat: 38.3 });
    expect(idsOf(placed)).toEqual(['YL-0103', 'YL-0102', 'YL-0101']);
    const metres = placed.map((row) => row.metres ?? Number.NaN);
    expect(metres).toEqual([...metres].sort((a, b) => a - b));
    expect(metres[0]).toBe(0);
  });

  test('is by code without one, and no distance is made up', () => {
    const placed = inOrder([...known()].reverse(), null);
    expect(idsOf(placed)).toEqual(['YL-0101', 'YL-0102', 'YL-0103']);
    expect(placed.map((row) => row.metres)).toEqual([null, null, null]);
  });

  test('puts what is begun above what is still to do', () => {
    const rows = inOrder(known({ inspections: [visit('YL-0103')] }), null);
    expect(groupsOf(rows, 'todo').map(({ name, rows: held }) => [name, idsOf(held)])).toEqual([
      ['进行中', ['YL-0103']],
      ['未查', ['YL-0101', 'YL-0102']],
    ]);
    expect(groupsOf(rows, 'done')).toEqual([]);
  });
});

describe('a point in the list', () => {
  const facts = {
    inspections: [
      visit('YL-0101', {
        answers: {
          'C01-1': { verdict: 'met', reason: null, count: null, note: '', at: NOON },
        },
      }),
      visit('YL-0102', { finishedAt: NOON }),
      visit('YL-0102', { startedAt: NOON + HOUR }),
    ],
  };

  test('says how far its visit is, and is done with the first finished one', () => {
    const [first, second, third] = known(facts);
    expect(first).toMatchObject({ progress: 'doing', answered: { done: 1, of: 3 } });
    expect(second).toMatchObject({ progress: 'done', answered: null });
    expect(third).toMatchObject({ progress: 'todo', answered: null });
  });

  test('is counted once: 全部 = 未查 + 进行中 + 已查', () => {
    const { todo, doing, done, all } = countProgress(known(facts));
    expect([todo, doing, done]).toEqual([1, 1, 1]);
    expect(todo + doing + done).toBe(all);
  });

  test('counts what is not closed, and as overdue only what the unit owes', () => {
    const due = NOON - HOUR;
    const findings = [
      problem('YL-0101', { state: 'assigned', dueAt: due }),
      problem('YL-0101', { state: 'replied', dueAt: due }),
      problem('YL-0101', { state: 'voided' }),
      problem('YL-0101'),
    ];
    expect(known({ findings })[0]).toMatchObject({ open: 3, overdue: 1 });
  });
});

describe('how the list was left', () => {
  let kept: Map<string, string>;

  beforeEach(() => {
    kept = new Map();
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  /** The page opened anew. */
  async function opened() {
    vi.resetModules();
    return import('../../src/client/screens/today/today-view.ts');
  }

  test('comes back after a reload', async () => {
    const before = await opened();
    before.setTodayView({ text: 'jy', streetId: 'S02' });
    before.setTodayView({ problems: 'open' });
    const { todayView, filterCount } = await opened();
    expect(todayView.value).toMatchObject({ text: 'jy', streetId: 'S02', problems: 'open' });
    expect(filterCount(todayView.value)).toBe(2);
  });

  test.each(['{', '{"tab":"another"}', '[]'])('is plain again where %s was left', async (left) => {
    kept.set('xundian-today', left);
    vi.spyOn(console, 'info').mockReturnValue();
    const { PLAIN_VIEW, todayView } = await opened();
    expect(todayView.value).toEqual(PLAIN_VIEW);
  });
});
