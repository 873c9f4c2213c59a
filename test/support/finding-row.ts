import type { FindingRow } from '../../src/protocol/rows/index.ts';

/** A problem as it is recorded; what a test is about is given. */
export function findingRow(id: string, over: Partial<FindingRow> = {}): FindingRow {
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
    recordedAt: 1_700_000_000_000,
    changedAt: 1_700_000_000_000,
    ...over,
  };
}
