/** 台账: filtered, sorted and counted by the office, on both stores, over random problems. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HEAPS, LEDGER_STATES, WITHIN } from '../../src/domain/ledger.ts';
import {
  filterText,
  LEDGER_SORTS,
  LedgerChoices,
  type LedgerFilter,
  LedgerGroups,
  LedgerPage,
  NO_FILTER,
} from '../../src/protocol/ledger.ts';
import { takeVersions } from '../../src/server/store/office-lock.ts';
import { eachStore } from '../support/each-store.ts';
import { dice, type Entry, expected, fillLedger, inOrder, isIn } from '../support/random-ledger.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const NOW = Date.parse('2026-11-25T02:00:00Z');
const COUNT = 230;

eachStore((kind) => {
  let server: TestServer;
  let supervisor: RawClient;
  let unit: RawClient;
  let entries: Entry[];

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh(), now: () => NOW });
    supervisor = await RawClient.signIn(server.url, 'supervisor', server.password);
    unit = await RawClient.signIn(server.url, 'unit-u04', server.password);
    entries = await fillLedger(server.context, dice(20_261_125), COUNT, NOW);
  });
  afterAll(() => server.end());

  const ask = async (filter: Partial<LedgerFilter>, more = '', who = supervisor) => {
    const said = filterText({ ...NO_FILTER, ...filter });
    const answer = await who.ask(`/api/ledger?limit=200&${said}${more}`);
    expect(answer.status, answer.text).toBe(200);
    return LedgerPage.parse(answer.body);
  };
  const idsOf = (page: LedgerPage) => page.lines.map(({ finding }) => finding.id);
  const everything = async (filter: Partial<LedgerFilter>) => {
    const first = await ask(filter);
    const ids = idsOf(first);
    while (ids.length < first.matched) {
      ids.push(...idsOf(await ask(filter, `&offset=${ids.length}`)));
    }
    return ids;
  };
  const reckoning = () => server.context.ledger.reckoning();

  test('stands in its own order from the first row to the last, each once', async () => {
    expect(await everything({})).toEqual(inOrder(entries));
  });

  test.each(LEDGER_STATES)('filters by %s as the rule says', async (state) => {
    const left = expected(entries, { ...NO_FILTER, state }, await reckoning());
    expect(await everything({ state })).toEqual(inOrder(left));
  });

  test('each filter leaves what it should, and so do several together', async () => {
    const { finding, point } = entries.find((entry) => entry.notice?.number) ?? {};
    if (!finding || !point) throw new Error('no entry with a number');
    const filters: Partial<LedgerFilter>[] = [
      { unitId: finding.unitId },
      { streetId: point.streetId },
      { category: point.category },
      { roundId: finding.roundId },
      { rework: 'yes' },
      { urge: 'any' },
      { urge: 'none' },
      { urge: 'supervise' },
      { number: String(entries.find((one) => one.notice?.number)?.notice?.number?.seq) },
      { search: '人行道' },
      { search: '榆文明督〔2026〕1' },
      { search: point.id.toLowerCase() },
      { search: '100%_' },
      { search: `${finding.text} ${finding.pointName}` },
      { search: '没有这样的问题' },
      { unitId: finding.unitId, state: 'active', search: '处' },
      { streetId: point.streetId, category: point.category, state: 'closed' },
    ];
    for (const filter of filters) {
      const left = expected(entries, { ...NO_FILTER, ...filter }, await reckoning());
      expect([filter, await everything(filter)]).toEqual([filter, inOrder(left)]);
    }
  });

  test('a span takes in its last day, by the office’s own days', async () => {
    for (const [dates, field] of [
      ['recorded', 'recordedAt'],
      ['due', 'dueAt'],
      ['closed', 'closedAt'],
    ] as const) {
      const from = Date.parse('2026-11-09T16:00:00Z');
      const to = Date.parse('2026-11-20T16:00:00Z');
      const left = entries.filter(({ finding }) => {
        const at = finding[field];
        return at !== null && at >= from && at < to;
      });
      const ids = await everything({ dates, from: '2026-11-10', to: '2026-11-20' });
      expect(ids).toEqual(inOrder(left));
    }
  });

  test.each(LEDGER_SORTS)('sorts by %s both ways, what has no value last', async (sort) => {
    const up = await everything({ sort });
    const down = await everything({ sort, dir: 'desc' });
    const all = inOrder(entries).sort();
    expect([...up].sort()).toEqual(all);
    expect([...down].sort()).toEqual(all);
    const byId = new Map(entries.map((entry) => [entry.finding.id, entry]));
    const keys = (ids: string[]) => ids.map((id) => keyOf(byId.get(id), sort));
    if (sort === 'text' || sort === 'state') return;
    const known = (list: (string | number | null)[]) => list.filter((key) => key !== null);
    const rising = known(keys(up));
    expect(rising).toEqual([...rising].sort(compare));
    expect(known(keys(down))).toEqual([...rising].reverse());
    const empty = entries.length - rising.length;
    for (const ids of [up, down]) {
      expect(
        keys(ids)
          .slice(entries.length - empty)
          .every((key) => key === null),
      ).toBe(true);
    }
  });

  test('says where a problem stands in the order that was asked for', async () => {
    for (const filter of [
      {},
      { sort: 'due', dir: 'desc' },
      { state: 'active', sort: 'unit' },
    ] as const) {
      const ids = await everything(filter);
      for (const at of [0, 17, ids.length - 1]) {
        expect((await ask(filter, `&seek=${ids[at]}`)).position).toBe(at);
      }
    }
    const voided = entries.find(({ finding }) => finding.state === 'voided')?.finding.id;
    expect((await ask({ state: 'active' }, `&seek=${voided}`)).position).toBeNull();
  });

  describe('the counts', () => {
    test('add up, whatever is filtered', async () => {
      for (const filter of [
        {},
        { unitId: 'U04' },
        { search: '飞线' },
        { rework: 'yes' },
      ] as const) {
        for (const state of ['', 'active', 'overdue'] as const) {
          const { counts, matched } = await ask({ ...filter, state });
          const heaps = HEAPS.map(({ id }) => counts.of[id]);
          expect(heaps.reduce((sum, one) => sum + one, 0)).toBe(counts.total);
          expect(matched).toBe(state === '' ? counts.total : counts.of[state]);
          expect(counts.total).toBe(
            expected(entries, { ...NO_FILTER, ...filter }, await reckoning()).length,
          );
        }
      }
    });

    test('are those of the rule, for every state and everything within', async () => {
      const { counts } = await ask({});
      const at = await reckoning();
      for (const state of LEDGER_STATES) {
        const n = entries.filter(({ finding }) => isIn(finding, { state }, at)).length;
        expect([state, counts.of[state]]).toEqual([state, n]);
      }
      // None of them is a heap of its own that the random problems never reach.
      for (const within of WITHIN) expect(counts.of[within]).toBeGreaterThan(0);
    });

    test.each(['unit', 'category', 'street', 'round'] as const)(
      'by %s add up to those of the whole',
      async (by) => {
        const answer = await supervisor.ask(`/api/ledger/groups?by=${by}&search=处`);
        const { groups, total } = LedgerGroups.parse(answer.body);
        expect(total).toEqual((await ask({ search: '处' })).counts);
        const sum = groups.reduce((all, { counts }) => all + counts.total, 0);
        expect(sum).toBe(total.total);
        expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
      },
    );
  });

  test('a unit asks the same way and sees what was put to it, counts and choices too', async () => {
    const own = entries.filter(({ shownTo }) => shownTo === 'U04');
    expect(own.length).toBeGreaterThan(0);
    const page = await ask({}, '', unit);
    expect(idsOf(page)).toEqual(inOrder(own));
    expect(page.counts.total).toBe(own.length);
    expect((await ask({ unitId: 'U05' }, '', unit)).matched).toBe(0);
    const stranger = entries.find(({ shownTo }) => shownTo !== 'U04')?.finding.id;
    expect((await ask({}, `&seek=${stranger}`, unit)).position).toBeNull();
    const choices = LedgerChoices.parse((await unit.ask('/api/ledger/choices')).body);
    expect(choices.unit.map(({ id }) => id)).toEqual(['U04']);
    const { total } = LedgerGroups.parse((await unit.ask('/api/ledger/groups?by=street')).body);
    expect(total.total).toBe(own.length);
  });

  test('follows what changes: the problem, and the names of what it is about', async () => {
    const [entry] = entries;
    if (!entry?.unit) throw new Error('no entries');
    const { store, rows, officeId } = server.context;
    const finding = { ...entry.finding, text: '改过的文字' };
    const renamed = { ...entry.unit, name: '改了名的单位' };
    await store.db.transaction().execute(async (tx) => {
      const version = await takeVersions(tx, officeId);
      await rows.write(tx, 'finding', [{ row: finding, shownTo: entry.shownTo }], version);
      await rows.write(tx, 'unit', [{ row: renamed, shownTo: '' }], version);
    });
    expect(idsOf(await ask({ search: '改过的文字' }))).toEqual([finding.id]);
    const named = entries.filter((one) => one.finding.unitId === renamed.id).length;
    expect((await ask({ search: '改了名的单位' })).matched).toBe(named);
  });

  test('what does not fit is refused, and nobody reads it unasked', async () => {
    for (const said of ['state=all', 'sort=words', 'from=yesterday', 'limit=many', 'search=%00']) {
      expect((await supervisor.ask(`/api/ledger?${said}`)).status).toBe(400);
    }
    const stranger = new RawClient(server.url);
    for (const path of ['', '/groups?by=unit', '/choices', '/views']) {
      expect((await stranger.ask(`/api/ledger${path}`)).status).toBe(401);
    }
  });
});

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return a === b ? 0 : String(a) < String(b) ? -1 : 1;
}

function keyOf(entry: Entry | undefined, sort: LedgerFilter['sort']): string | number | null {
  if (!entry) return null;
  const { finding, point, notice } = entry;
  switch (sort) {
    case 'point':
      return finding.pointId;
    case 'unit':
      return finding.unitId;
    case 'street':
      return point?.streetId ?? '';
    case 'category':
      return point?.category ?? '';
    case 'round':
      return finding.roundId;
    case 'number':
      return notice?.number?.seq ?? null;
    case 'due':
      return finding.dueAt;
    case 'rework':
      return finding.rework;
    case 'photos':
      return finding.photoCount;
    case 'recorded':
      return finding.recordedAt;
    case 'closed':
      return finding.closedAt;
    case 'changed':
      return finding.changedAt;
    case 'urge':
      return ['remind', 'urge', 'supervise', 'bulletin'].indexOf(finding.urge?.level ?? '') + 1;
    default:
      return 0;
  }
}
