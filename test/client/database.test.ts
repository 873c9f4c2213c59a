import 'fake-indexeddb/auto';
import { liveQuery } from 'dexie';
import { forceCloseDatabase, IDBFactory, IDBKeyRange, IDBOpenDBRequest } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../src/client/store/database.ts';
import { saveDraft } from '../../src/client/store/drafts.ts';
import { StorageTrouble } from '../../src/client/store/storage-trouble.ts';
import { transact } from '../../src/client/store/transact.ts';
import { INDEXES, TABLES } from '../../src/protocol/rows/index.ts';
import { MemoryServer } from '../support/memory-server.ts';
import { draftOf, findingArgs, readyTablet } from '../support/tablet.ts';

describe('the database of a person', () => {
  test('has every synced table with the indexes of the protocol', async () => {
    const { db } = await readyTablet(new MemoryServer());
    for (const table of TABLES) {
      const { primKey, indexes } = db.table(table).schema;
      expect([table, primKey.name]).toEqual([table, 'id']);
      expect(indexes.map((index) => index.name)).toEqual([...INDEXES[table]]);
    }
  });

  test('that does not open is said in time', async () => {
    const never = new IDBFactory();
    vi.spyOn(never, 'open').mockImplementation(() => new IDBOpenDBRequest());
    const opening = openDatabase('someone', {
      engine: { indexedDB: never, IDBKeyRange },
      timeoutMs: 30,
    });
    await expect(opening).rejects.toMatchObject({ name: 'StorageTrouble', code: 'timeout' });
  });

  test('of a newer program is left alone', async () => {
    const indexedDB = new IDBFactory();
    await new Promise((resolve) => {
      const request = indexedDB.open('xundian-someone', 990);
      request.onsuccess = () => {
        request.result.close();
        resolve(null);
      };
    });
    const opening = openDatabase('someone', { engine: { indexedDB, IDBKeyRange } });
    await expect(opening).rejects.toMatchObject({ code: 'newer' });
    expect((await indexedDB.databases())[0]?.version).toBe(990);
  });
});

describe('a connection closed under us', () => {
  test('is opened again, and the step is done', async () => {
    const tablet = await readyTablet(new MemoryServer());
    forceCloseDatabase(Reflect.get(tablet.db, 'idbdb'));
    expect(await tablet.do('finding.record', findingArgs())).toEqual({ ok: true });
    expect(await tablet.db.finding.count()).toBe(1);
    const draft = draftOf();
    forceCloseDatabase(Reflect.get(tablet.db, 'idbdb'));
    await saveDraft(tablet.db, draft);
    expect(await tablet.db.draft.count()).toBe(1);
  });

  test('that stays closed is said, and the screen is told', async () => {
    const tablet = await readyTablet(new MemoryServer());
    const troubled = vi.spyOn(tablet.author, 'troubled');
    tablet.db.close();
    vi.spyOn(tablet.db, 'open').mockRejectedValue(new DOMException('gone', 'InvalidStateError'));
    const deed = tablet.do('finding.record', findingArgs());
    await expect(deed).rejects.toBeInstanceOf(StorageTrouble);
    expect(troubled.mock.calls[0]?.[0].message).toContain('没有保存');
  });
});

describe('a live query', () => {
  test('sees what a deed did, and what a pull brought', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const seen: [number, number, number][] = [];
    const query = liveQuery(async () => [
      await tablet.db.finding.where('pointId').equals('P1').count(),
      await tablet.db.outbox.count(),
      (await tablet.db.unit.toArray()).length,
    ]);
    const subscription = query.subscribe(([findings = 0, pending = 0, units = 0]) => {
      seen.push([findings, pending, units]);
    });
    const last = () => seen.at(-1);
    await vi.waitFor(() => expect(last()).toEqual([0, 0, 1]));
    await tablet.do('finding.record', findingArgs());
    await vi.waitFor(() => expect(last()).toEqual([1, 1, 1]));
    server.rows.put('unit', { id: 'V1', name: '', shortName: '', kind: 'street', duties: '' });
    await tablet.sync();
    await vi.waitFor(() => expect(last()).toEqual([1, 0, 2]));
    subscription.unsubscribe();
  });

  test('of one row is not asked again when another changes', async () => {
    const tablet = await readyTablet(new MemoryServer());
    const [first, second] = [findingArgs(), findingArgs()];
    await tablet.do('finding.record', first);
    let asked = 0;
    const query = liveQuery(() => {
      asked += 1;
      return tablet.db.finding.get(first.id);
    });
    const subscription = query.subscribe(() => undefined);
    await vi.waitFor(() => expect(asked).toBe(1));
    await tablet.do('finding.record', second);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(asked).toBe(1);
    subscription.unsubscribe();
  });
});

test('nothing is called saved before it is on the disk', async () => {
  const tablet = await readyTablet(new MemoryServer());
  const begun = vi.spyOn(tablet.db.backendDB(), 'transaction');
  await tablet.do('finding.record', findingArgs());
  await saveDraft(tablet.db, draftOf());
  const durability = begun.mock.calls.map(([, mode, options]) => [mode, options?.durability]);
  expect(durability).toEqual([
    ['readwrite', 'strict'],
    ['readwrite', 'strict'],
  ]);
});

test('a step that throws after its writes leaves nothing of them', async () => {
  const { db } = await readyTablet(new MemoryServer());
  const step = transact(db, ['draft'], async (stores) => {
    stores.put('draft', draftOf());
    await stores.count('draft');
    throw new Error('broken');
  });
  await expect(step).rejects.toThrow('broken');
  expect(await db.draft.count()).toBe(0);
});
