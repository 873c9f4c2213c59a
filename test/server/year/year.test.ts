/** 584 problems on 142 notices, all the way over HTTP, to a ledger that adds up. */
import { beforeAll, describe, expect, test } from 'vitest';
import { civilDateOf } from '../../../src/domain/civil.ts';
import type { RowOf, TableName } from '../../../src/protocol/rows/index.ts';
import type { SyncResponse } from '../../../src/protocol/sync.ts';
import { historyOf } from '../../../src/server/history/subject.ts';
import { verifyHistory } from '../../../src/server/history/verify.ts';
import { eachStore } from '../../support/each-store.ts';
import type { RawClient } from '../../support/raw-client.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { ENDS, NOTICES, PROBLEMS, sumOf } from './fates.ts';
import { OfficeYear, YearClock } from './office-year.ts';

eachStore((kind) => {
  describe('a year of the office', () => {
    const clock = new YearClock();
    let server: TestServer;
    let year: OfficeYear;

    beforeAll(async () => {
      const url = await kind.fresh();
      server = await startTestServer({ now: clock.now, ...(url && { databaseUrl: url }) });
      year = new OfficeYear(server, clock);
      await year.passes();
      return () => server.end();
    }, 400_000);

    const pulls = new Map<string, Promise<SyncResponse['patch']['puts'][]>>();

    /** All that a person may see, pulled once. */
    const pulledBy = async <T extends TableName>(who: string, table: T): Promise<RowOf[T][]> => {
      const pull = pulls.get(who) ?? pullAll(year.person(who).client.another());
      pulls.set(who, pull);
      return (await pull).flatMap((puts) => {
        const lists: { [N in TableName]?: RowOf[N][] | undefined } = puts;
        return lists[table] ?? [];
      });
    };

    test('every problem ends where its fate leads, and the ledger adds up', async () => {
      const findings = await pulledBy('supervisor', 'finding');
      const byId = new Map(findings.map((row) => [row.id, row]));
      for (const { id, fate } of year.problems) {
        expect([fate, byId.get(id)?.state]).toEqual([fate, ENDS[fate]]);
      }
      const expected = sumOf(year.problems.map(({ fate }) => ENDS[fate]));
      const sum = sumOf(findings.map(({ state }) => state));
      expect(sum).toEqual(expected);
      expect(sum.total).toBe(PROBLEMS);
      const { closed, active, shelved, handedOff, voided } = sum;
      expect(closed + active + shelved + handedOff + voided).toBe(sum.total);
      expect(new Set((await pulledBy('supervisor', 'notice')).map(({ id }) => id)).size).toBe(
        NOTICES,
      );
    });

    test('a deadline within the National Day week is the first working day after it', async () => {
      const notices = await pulledBy('supervisor', 'notice');
      // Issued on Thursday, 24 September 2026, for seven days; 1 to 7 October are off.
      expect(new Set(notices.map(({ dueAt }) => civilDateOf(dueAt)))).toEqual(
        new Set(['2026-10-08']),
      );
      const returned = (await pulledBy('supervisor', 'finding')).filter(
        ({ state }) => state === 'returned',
      );
      expect(returned.length).toBeGreaterThan(0);
      for (const { dueAt } of returned) expect(civilDateOf(dueAt ?? 0)).toBe('2026-10-08');
    });

    test('a rework is counted for each time that an answer was sent back', async () => {
      const findings = new Map(
        (await pulledBy('supervisor', 'finding')).map((row) => [row.id, row]),
      );
      for (const { id, fate } of year.problems) {
        const times = fate === 'returned-twice' ? 2 : Number(fate === 'waiting');
        expect(findings.get(id)?.rework).toBe(times);
      }
    });

    test('each unit sees its own and nothing else, and all of them together see all', async () => {
      let seen = 0;
      for (const unitId of new Set(year.problems.map((one) => one.unitId))) {
        const own = await pulledBy(unitId, 'finding');
        expect(own.every((row) => row.unitId === unitId)).toBe(true);
        seen += own.length;
        for (const table of ['reply', 'recheck', 'extension', 'letter'] as const) {
          for (const row of await pulledBy(unitId, table)) expect(row.unitId).toBe(unitId);
        }
        expect(await pulledBy(unitId, 'handoff')).toEqual([]);
      }
      expect(seen).toBe(PROBLEMS);
    });

    test('what is urged, extended and returned stands in the history of its problem', async () => {
      const events = await pulledBy('supervisor', 'event');
      const kindsOf = (id: string) =>
        events.filter(({ subjectId }) => subjectId === id).map(({ kind }) => kind);
      for (const { id } of year.with('urged')) {
        expect(kindsOf(id).filter((kind) => kind === 'urged')).toHaveLength(4);
      }
      for (const { id } of year.with('extended'))
        expect(kindsOf(id)).toContain('extension-granted');
      for (const { id } of year.with('returned-twice')) {
        expect(kindsOf(id).filter((kind) => kind === 'returned')).toHaveLength(2);
      }
    });

    test('every line of every 经过 leads to its place in the chain of history, and the chain holds', async () => {
      const { store, officeId } = server.context;
      const events = await pulledBy('supervisor', 'event');
      const some = new Map(year.problems.map(({ fate, id }) => [fate, id]));
      for (const [fate, id] of some) {
        const lines = events.filter(({ subjectId }) => subjectId === id);
        const entries = await historyOf(store.db, officeId, 'finding', id);
        const led = entries.flatMap(({ eventIds }) => eventIds);
        expect([fate, led.toSorted()]).toEqual([fate, lines.map((line) => line.id).toSorted()]);
        for (const entry of entries) {
          expect([fate, entry.accountName !== '', entry.receivedAt > 0]).toEqual([
            fate,
            true,
            true,
          ]);
        }
      }
      expect((await verifyHistory(store, officeId)).fault).toBeNull();
    }, 60_000);
  });
});

async function pullAll(client: RawClient): Promise<SyncResponse['patch']['puts'][]> {
  const pages: SyncResponse['patch']['puts'][] = [];
  for (;;) {
    const answer = await client.sync();
    pages.push(answer.patch.puts);
    if (!answer.more) return pages;
  }
}
