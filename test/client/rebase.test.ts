import { Dexie } from 'dexie';
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { LocalDatabase } from '../../src/client/store/database.ts';
import { TABLES } from '../../src/protocol/rows/index.ts';
import { MemoryServer } from '../support/memory-server.ts';
import { unit } from '../support/small-city.ts';
import { findingArgs, openTablet, readyTablet, type Tablet, uuid } from '../support/tablet.ts';

async function localRows(db: LocalDatabase): Promise<Record<string, unknown[]>> {
  const lists = await Promise.all(TABLES.map((table) => db.table(table).orderBy('id').toArray()));
  return Object.fromEntries(TABLES.map((table, nth) => [table, lists[nth] ?? []]));
}

function officeRows(server: MemoryServer): Record<string, unknown[]> {
  return Object.fromEntries(
    TABLES.map((table) => [
      table,
      [...server.rows.all(table)].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  );
}

async function startVisit(tablet: Tablet): Promise<string> {
  const id = uuid();
  await tablet.do('inspection.start', { id, roundId: 'R1', pointId: 'P1', checklistId: 'C01@1' });
  return id;
}

function answer(tablet: Tablet, id: string, itemId: string, verdict: 'met' | 'unmet') {
  return tablet.do('inspection.answer', {
    id,
    itemId,
    verdict,
    reason: null,
    count: null,
    note: '',
  });
}

describe('a pull', () => {
  test('with nothing pending leaves the tablet equal to the office', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    await tablet.do('finding.record', findingArgs());
    await tablet.sync();
    expect(await localRows(tablet.db)).toEqual(officeRows(server));
    expect(await tablet.db.base.count()).toBe(0);
    expect(await tablet.db.outbox.count()).toBe(0);
  });

  test('that comes in the moment of a deed takes it on top, though nothing was pending before', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const args = findingArgs();
    server.rows.put('unit', { ...unit, name: '换了名字' });
    server.meanwhile = async () => {
      await tablet.do('finding.record', args);
      vi.spyOn(tablet.db.outbox, 'count').mockResolvedValueOnce(0);
    };
    await tablet.sync();
    expect((await tablet.db.unit.get(unit.id))?.name).toBe('换了名字');
    expect((await tablet.db.finding.get(args.id))?.text).toBe(args.text);
    server.meanwhile = null;
    await tablet.sync();
    expect(await localRows(tablet.db)).toEqual(officeRows(server));
    expect(await tablet.db.outbox.toArray()).toEqual([]);
  });

  test('of many rows writes only what the office has otherwise than they stand here', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const ids: string[] = [];
    for (let nth = 0; nth < 40; nth += 1) {
      const args = findingArgs();
      ids.push(args.id);
      await tablet.do('finding.record', args);
    }
    server.meanwhile = async () => {
      const row = server.rows.all('finding').find(({ id }) => id === ids[7]);
      if (!row) throw new Error('the finding did not arrive');
      server.rows.put('finding', { ...row, text: '由办公室改过' });
    };
    // The screens are told a turn after the writing.
    const aTurn = () => new Promise((resolve) => setTimeout(resolve, 5));
    await aTurn();
    const told: string[] = [];
    const listen = (parts: object) => told.push(...Object.keys(parts));
    Dexie.on('storagemutated', listen);
    await tablet.sync();
    await aTurn();
    Dexie.on.storagemutated.unsubscribe(listen);
    expect(await localRows(tablet.db)).toEqual(officeRows(server));
    expect(await tablet.db.base.count()).toBe(0);
    expect(told.filter((part) => part.endsWith('/finding/'))).toHaveLength(1);
    expect(told.filter((part) => part.endsWith('/event/'))).toHaveLength(0);
  });

  test('never erases what was done while it was under way', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const id = await startVisit(tablet);
    await answer(tablet, id, 'C01-1', 'met');
    server.meanwhile = async () => {
      await answer(tablet, id, 'C01-2', 'unmet');
      server.network = 'down';
    };
    await tablet.sync();
    const visit = await tablet.db.inspection.get(id);
    expect(Object.keys(visit?.answers ?? {}).sort()).toEqual(['C01-1', 'C01-2']);
    await answer(tablet, id, 'C01-3', 'met');
    expect((await tablet.db.outbox.toArray()).map((row) => row.seq)).toEqual([3, 4]);

    server.network = 'up';
    await tablet.sync();
    expect(await localRows(tablet.db)).toEqual(officeRows(server));
  });

  test("puts pending work on top of the office's newer row", async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const id = await startVisit(tablet);
    await tablet.sync();
    server.network = 'down';
    await answer(tablet, id, 'C01-1', 'unmet');
    const theirs = { verdict: 'met', reason: null, count: null, note: '', at: 1 } as const;
    const [row] = server.rows.all('inspection');
    if (!row) throw new Error('the visit did not arrive');
    server.rows.put('inspection', { ...row, answers: { 'C01-2': theirs } });
    server.network = 'up';
    server.failure = null;
    server.meanwhile = async () => {
      await answer(tablet, id, 'C01-3', 'met');
    };
    await tablet.sync();
    const visit = await tablet.db.inspection.get(id);
    expect(visit?.answers['C01-1']?.verdict).toBe('unmet');
    expect(visit?.answers['C01-2']).toEqual(theirs);
    expect(visit?.answers['C01-3']?.verdict).toBe('met');
  });

  test('restores the row under a deed that the office refused', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const finding = findingArgs();
    await tablet.do('finding.record', finding);
    server.rows.put('round', { ...(server.rows.all('round')[0] ?? fail()), state: 'closed' });
    await tablet.sync();
    expect(await tablet.db.finding.get(finding.id)).toBeUndefined();
    expect(await localRows(tablet.db)).toEqual(officeRows(server));
    expect(await tablet.db.refused.toArray()).toMatchObject([
      { name: 'finding.record', args: finding, code: 'round-closed', decision: null },
    ]);
  });

  test('in between does not make pending work look like the row of the office', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const finding = findingArgs();
    server.meanwhile = () => tablet.do('finding.record', finding).then(() => undefined);
    server.rows.put('unit', unitOf(1));
    await tablet.sync();
    expect(await tablet.db.finding.get(finding.id)).toBeDefined();
    server.rows.put('round', { ...(server.rows.all('round')[0] ?? fail()), state: 'closed' });
    await tablet.sync();
    expect(await tablet.db.refused.count()).toBe(1);
    expect(await localRows(tablet.db)).toEqual(officeRows(server));
  });

  test('keeps a deed pending that is refused here but not yet by the office', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const finding = findingArgs();
    server.meanwhile = async () => {
      await tablet.do('finding.record', finding);
      server.rows.delete('team', 'T1');
      server.network = 'down';
    };
    await tablet.sync();
    expect(await tablet.db.outbox.count()).toBe(1);
    expect(await tablet.db.finding.get(finding.id)).toBeUndefined();
    server.rows.put('team', {
      id: 'T1',
      roundId: 'R1',
      name: '一组',
      memberIds: [],
      pointIds: ['P1'],
    });
    server.network = 'up';
    await tablet.sync();
    expect(await tablet.db.finding.get(finding.id)).toBeDefined();
    expect(await tablet.db.outbox.count()).toBe(0);
  });

  test('that starts over forgets the rows of the office, never the work of the person', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    await tablet.do('finding.record', findingArgs());
    await tablet.sync();
    await tablet.db.draft.put({ ...findingArgs(), amends: false, redoes: null, changedAt: 1 });
    const pending = findingArgs();
    await tablet.db.lease.update('示文明督/2023/1', { used: 1 });
    const leases = await tablet.db.lease.toArray();
    server.scope = 'narrow';
    server.rows.delete('point', 'P3');
    server.pageRows = 2;
    server.meanwhile = async () => {
      await tablet.do('finding.record', pending);
    };
    await tablet.sync();
    expect(await tablet.db.point.get('P3')).toBeUndefined();
    expect(await tablet.db.finding.get(pending.id)).toBeDefined();
    expect(await tablet.db.draft.count()).toBe(1);
    expect(await tablet.db.lease.toArray()).toEqual(leases);
    expect(await localRows(tablet.db)).toEqual(officeRows(server));
  });

  test('in pages shows accepted work at every moment', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    for (let nth = 0; nth < 10; nth += 1) server.rows.put('unit', { ...unitOf(nth) });
    server.pageRows = 1;
    const finding = findingArgs();
    await tablet.do('finding.record', finding);
    const seen: boolean[] = [];
    const look = async () => {
      seen.push((await tablet.db.finding.get(finding.id)) !== undefined);
      if (server.rows.version > 0 && seen.length < 8) server.meanwhile = look;
    };
    server.meanwhile = look;
    await tablet.sync();
    expect(seen.length).toBe(8);
    expect(seen).not.toContain(false);
    expect(await tablet.db.outbox.count()).toBe(0);
  });
});

test('hundreds of pending deeds are redone within one transaction', async () => {
  const server = new MemoryServer();
  const tablet = await readyTablet(server);
  const id = await startVisit(tablet);
  await tablet.sync();
  for (let nth = 0; nth < 250; nth += 1) {
    await answer(tablet, id, `C01-${(nth % 3) + 1}`, nth % 2 === 0 ? 'met' : 'unmet');
  }
  const before = await tablet.db.inspection.get(id);
  const [row] = server.rows.all('inspection');
  if (!row) throw new Error('the visit did not arrive');
  // The office has news of the same row, and has not taken the deeds yet.
  const { applyAnswer } = await import('../../src/client/store/apply-answer.ts');
  await applyAnswer(
    tablet.author,
    {
      protocol: 1,
      results: [],
      lastSeq: 1,
      gap: false,
      patch: { reset: false, puts: { inspection: [{ ...row, byName: '督查员甲' }] }, dels: [] },
      cursor: 'all.1',
      more: false,
      serverTime: 0,
      numberLeases: [],
    },
    { at: 1, offset: null },
  );
  expect(await tablet.db.inspection.get(id)).toEqual({ ...before, byName: '督查员甲' });
  expect(await tablet.db.outbox.count()).toBe(250);
});

function unitOf(nth: number) {
  return { id: `V${nth}`, name: '单位', shortName: '单位', kind: 'street', duties: '' } as const;
}

function fail(): never {
  throw new Error('missing');
}

test('whatever is done, lost and pulled in whatever order: nothing lost, nothing doubled', async () => {
  const step = fc.constantFrom('record', 'amend', 'answer', 'sync', 'lose', 'office', 'cut');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const server = new MemoryServer();
      const tablet = await readyTablet(server);
      const visit = await startVisit(tablet);
      const texts = new Map<string, string>();
      const verdicts = new Map<string, string>();
      let nth = 0;
      for (const what of steps) {
        nth += 1;
        const some = [...texts.keys()][nth % Math.max(1, texts.size)];
        if (what === 'record') {
          const args = findingArgs({ text: `第${nth}个` });
          await tablet.do('finding.record', args);
          texts.set(args.id, args.text);
        } else if (what === 'amend' && some) {
          const { id, text, count, unitId, deadline, photos } = findingArgs({
            id: some,
            text: `改${nth}`,
          });
          await tablet.do('finding.amend', { id, text, count, unitId, deadline, photos });
          texts.set(id, text);
        } else if (what === 'answer') {
          const verdict = nth % 2 === 0 ? 'met' : 'unmet';
          await answer(tablet, visit, `C01-${(nth % 3) + 1}`, verdict);
          verdicts.set(`C01-${(nth % 3) + 1}`, verdict);
        } else if (what === 'office') {
          server.rows.put('unit', unitOf(nth % 4));
        } else if (what === 'sync') {
          await tablet.sync();
        } else if (what === 'lose') {
          server.loseAnswers = 1;
          await tablet.sync();
          server.loseAnswers = 0;
        } else if (what === 'cut') {
          server.pageRows = 2;
        }
        for (const [id, text] of texts) expect((await tablet.db.finding.get(id))?.text).toBe(text);
        const answers = (await tablet.db.inspection.get(visit))?.answers ?? {};
        for (const [item, verdict] of verdicts) expect(answers[item]?.verdict).toBe(verdict);
      }
      await tablet.sync();
      expect(server.rows.all('finding')).toHaveLength(texts.size);
      expect(await localRows(tablet.db)).toEqual(officeRows(server));
      expect(await tablet.db.outbox.count()).toBe(0);
      expect(await tablet.db.base.count()).toBe(0);
      await tablet.close();
    }),
    { numRuns: 25 },
  );
});

test('a first opening holds nothing until the first pull has run to its end', async () => {
  const server = new MemoryServer();
  server.pageRows = 1;
  const tablet = await openTablet(server);
  expect(tablet.status().firstPull).toBe(true);
  await tablet.sync();
  expect(tablet.status()).toMatchObject({ firstPull: false, phase: 'idle', failure: null });
  expect(await localRows(tablet.db)).toEqual(officeRows(server));
});
