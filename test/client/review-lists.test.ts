/** The lists of the desk and of the visit: what waits, in which order, and what is near enough to be the same. */
import { describe, expect, test } from 'vitest';
import { nearOnes } from '../../src/client/screens/finding/deeds/near.ts';
import { rechecksOf } from '../../src/client/screens/rechecks/rechecks.ts';
import { decisionsIn, queuesOf } from '../../src/client/screens/review/queues.ts';
import { splitAfter } from '../../src/client/ui/compare-slider.tsx';
import { instantOf } from '../../src/domain/civil.ts';
import { FINDING_STATES } from '../../src/domain/finding-life.ts';
import type { ExtensionRow, FindingRow } from '../../src/protocol/rows/index.ts';
import { recordArgs, smallCity } from '../support/rule-city.ts';

const NOW = instantOf('2023-11-07', 10);
const HOUR = 3_600_000;

async function plain(): Promise<FindingRow> {
  const city = smallCity();
  await city.does('finding.record', recordArgs);
  const row = city.shelves.finding.get(recordArgs.id);
  if (!row) throw new Error('it was not recorded');
  return row;
}

const base = await plain();
const finding = (id: string, part: Partial<FindingRow> = {}): FindingRow => ({
  ...base,
  id,
  ...part,
});

function asked(
  id: string,
  findingId: string,
  state: ExtensionRow['state'] = 'asked',
): ExtensionRow {
  return {
    id,
    findingId,
    unitId: 'U04',
    reason: '等材料',
    until: NOW + 240 * HOUR,
    formerDueAt: NOW + 24 * HOUR,
    state,
    askedAt: NOW - HOUR,
    by: 'A3',
    byName: '城管执法局',
    decidedAt: null,
    decidedByName: '',
    decision: '',
    dueAt: null,
  };
}

const ids = (rows: readonly { readonly finding: FindingRow }[]) =>
  rows.map((row) => row.finding.id);

describe('the desk', () => {
  test('puts each thing that waits into one list, the longest waiting first', () => {
    const shelf = (reviewOn: string) => ({ reason: '要立项', reviewOn });
    const queues = queuesOf(
      [
        finding('late', { state: 'replied', repliedAt: NOW - HOUR }),
        finding('early', { state: 'replied', repliedAt: NOW - 9 * HOUR }),
        finding('taken', { state: 'replied', repliedAt: NOW - 20 * HOUR, acceptedAt: NOW }),
        finding('today', { state: 'shelved', shelf: shelf('2023-11-07') }),
        finding('past', { state: 'shelved', shelf: shelf('2023-10-01') }),
        finding('future', { state: 'shelved', shelf: shelf('2023-11-08') }),
        finding('asks', { state: 'assigned' }),
      ],
      [asked('x1', 'asks'), asked('x2', 'asks', 'granted'), asked('x3', 'elsewhere')],
      NOW,
    );
    expect(ids(queues.replied)).toEqual(['early', 'late']);
    expect(ids(queues.recheck)).toEqual(['taken']);
    expect(ids(queues.shelf)).toEqual(['past', 'today']);
    expect(queues.extension.map((row) => row.extension?.id)).toEqual(['x1']);
    // A visit is no decision of the desk.
    expect(decisionsIn(queues)).toBe(5);
  });

  test('leaves out every other state', () => {
    const others = FINDING_STATES.filter((state) => state !== 'replied' && state !== 'shelved');
    const queues = queuesOf(
      others.map((state) => finding(state, { state })),
      [],
      NOW,
    );
    expect(Object.values(queues).flat()).toEqual([]);
  });
});

describe('待复查', () => {
  const here = { lon: 109.7341, lat: 38.2858 };
  const east = (metres: number) => ({ lon: here.lon + metres / 87_300, lat: here.lat });
  const places: Record<string, { lon: number; lat: number }> = { near: east(50), far: east(900) };
  const placeOf = ({ id }: FindingRow) => places[id] ?? null;
  const waiting = (id: string, acceptedAt: number | null, repliedAt = NOW) =>
    finding(id, { state: 'replied', acceptedAt, repliedAt });

  test('lists the accepted ones first, the nearest first, those of unknown place last', () => {
    const all = [
      waiting('lost', NOW),
      waiting('far', NOW),
      waiting('near', NOW),
      waiting('fresh', null),
    ];
    expect(ids(rechecksOf(all, here, placeOf))).toEqual(['near', 'far', 'lost', 'fresh']);
  });

  test('without a position, the longest waiting first', () => {
    const all = [waiting('near', NOW, NOW), waiting('far', NOW, NOW - HOUR)];
    expect(ids(rechecksOf(all, null, placeOf))).toEqual(['far', 'near']);
  });

  test('holds nothing that was not answered', () => {
    const all = FINDING_STATES.map((state) => finding(state, { state }));
    expect(ids(rechecksOf(all, here, placeOf))).toEqual(['replied']);
  });
});

describe('what may be the same problem', () => {
  const at = (metres: number) => ({ lon: 109.7341 + metres / 87_300, lat: 38.2858 });
  const places: Record<string, { lon: number; lat: number }> = {
    it: at(0),
    samePoint: at(2000),
    near: at(280),
    tooFar: at(320),
  };
  const placeOf = ({ id }: FindingRow) => places[id] ?? null;
  const it = finding('it', { itemId: 'C01-01' });

  test('is of its point, near it, or the same item of the same unit; never one that is over', () => {
    const others = [
      it,
      finding('tooFar', { pointId: 'P2' }),
      finding('near', { pointId: 'P2' }),
      finding('samePoint'),
      finding('sameItem', { pointId: 'P2', itemId: 'C01-01' }),
      finding('otherUnit', { pointId: 'P2', itemId: 'C01-01', unitId: 'U03' }),
      finding('closed', { state: 'closed' }),
      finding('voided', { state: 'voided' }),
    ];
    expect(ids(nearOnes(it, others, placeOf))).toEqual(['samePoint', 'near', 'sameItem']);
  });
});

test('the border between two photos moves by the keys of a slider and by no other', () => {
  const moves = ['ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End', 'a', 'Tab'];
  expect(moves.map((key) => splitAfter(key, 50))).toEqual([48, 52, 60, 40, 0, 100, null, null]);
});
