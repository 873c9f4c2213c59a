import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RowOf } from '../../src/protocol/rows/index.ts';
import { CityMemory } from '../../src/server/sync/city-memory.ts';
import { Overlay } from '../../src/server/sync/overlay.ts';
import { eachStore } from '../support/each-store.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

eachStore((kind) => {
  let server: TestServer;
  let overlay: Overlay;

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh() });
    const { store, rows } = server.context;
    overlay = new Overlay(store.db, rows, new CityMemory().since(1));
  });
  afterAll(() => server.end());

  function photo(id: string, findingId: string): RowOf['photo'] {
    const rest = { unitId: 'U04', sha256: 'a'.repeat(64), bytes: 1, width: 1, height: 1 };
    const row = {
      id,
      findingId,
      noticeId: '',
      ...rest,
      takenAt: 0,
      timed: true,
      place: null,
      stage: 'found' as const,
      ofId: '',
      phash: '',
      arrived: false,
      removed: false,
    };
    return row;
  }

  test('what a refused deed has put is gone, what a taken one has put stays', async () => {
    await overlay.put('photo', photo('p1', 'f1'));
    overlay.take();
    await overlay.put('photo', photo('p2', 'f1'));
    await overlay.put('photo', photo('p1', 'f2'));
    expect((await overlay.get('photo', 'p1'))?.findingId).toBe('f2');
    overlay.drop();
    expect(await overlay.get('photo', 'p2')).toBe(undefined);
    expect((await overlay.get('photo', 'p1'))?.findingId).toBe('f1');
    expect(overlay.taken('photo').map(({ id }) => id)).toEqual(['p1']);
  });

  test('a list shows what was put, and no longer what has turned elsewhere', async () => {
    await overlay.put('photo', photo('p3', 'f3'));
    await overlay.put('photo', photo('p4', 'f3'));
    expect((await overlay.list('photo', 'findingId', 'f3')).map(({ id }) => id)).toEqual([
      'p3',
      'p4',
    ]);
    await overlay.put('photo', photo('p4', 'f4'));
    expect((await overlay.list('photo', 'findingId', 'f3')).map(({ id }) => id)).toEqual(['p3']);
    overlay.drop();
    expect(await overlay.list('photo', 'findingId', 'f3')).toEqual([]);
  });

  test('rows that are stored are found one by one, in lists, and read ahead', async () => {
    const all = await overlay.all('unit');
    expect(all).toHaveLength(68);
    const first = all[0];
    expect(await overlay.get('unit', first?.id ?? '')).toEqual(first);
    const lists = await overlay.list('checklist', 'category', 'C01');
    expect(lists.map(({ id }) => id)).toEqual(['C01@1']);
    await overlay.expect(new Set(['none-such']));
    expect(await overlay.get('finding', 'none-such')).toBe(undefined);
    expect(overlay.taken('unit')).toEqual([]);
  });
});
