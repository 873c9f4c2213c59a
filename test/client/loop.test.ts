import { describe, expect, test } from 'vitest';
import { backOffMs } from '../../src/client/sync/back-off.ts';
import { custody } from '../../src/client/sync/custody.ts';
import { measureOffset } from '../../src/client/sync/measure-offset.ts';
import { MAX_PUSH } from '../../src/protocol/sync.ts';
import { MemoryServer } from '../support/memory-server.ts';
import { findingArgs, machine, openTablet, readyTablet } from '../support/tablet.ts';

describe('a round trip', () => {
  test('whose answer is lost is acknowledged again, and nothing is doubled', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const finding = findingArgs();
    await tablet.do('finding.record', finding);
    server.loseAnswers = 1;
    expect((await tablet.sync()).phase).toBe('offline');
    expect(await tablet.db.outbox.count()).toBe(1);
    expect((await tablet.sync()).phase).toBe('idle');
    expect(await tablet.db.outbox.count()).toBe(0);
    expect(await tablet.db.receipt.count()).toBe(1);
    expect(server.rows.all('finding')).toHaveLength(1);
    expect(server.rows.all('event')).toHaveLength(1);
  });

  test('carries no more deeds than the wire allows, and the next carries the rest', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const rows = Array.from({ length: MAX_PUSH + 5 }, (_, nth) => ({
      seq: nth + 1,
      name: 'finding.record' as const,
      args: findingArgs(),
      at: 1,
      offset: 0,
      title: '登记',
    }));
    await tablet.db.outbox.bulkAdd(rows);
    await tablet.db.head.update('head', { lastSeq: rows.length });
    server.requests.length = 0;
    await tablet.sync();
    expect(server.requests.map((request) => request.mutations.length)).toEqual([MAX_PUSH, 5]);
    expect(server.rows.all('finding')).toHaveLength(MAX_PUSH + 5);
  });

  test('tells the office what it holds unsent and since when', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    await tablet.do('finding.record', findingArgs());
    const [deed] = await tablet.db.outbox.toArray();
    await tablet.sync();
    expect(server.requests.at(-1)?.device).toMatchObject({
      unsent: 1,
      unsentPhotos: 0,
      unsentSince: (deed?.at ?? 0) + (deed?.offset ?? 0),
      refused: 0,
    });
  });
});

describe('what goes wrong', () => {
  test('signed out: the loop rests, the work stays, and goes once signed in again', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    await tablet.do('finding.record', findingArgs());
    server.failure = 'not-signed-in';
    expect(await tablet.sync()).toMatchObject({
      phase: 'signed-out',
      failure: { code: 'not-signed-in', message: '请先登录' },
    });
    tablet.loop.nudge();
    expect(await tablet.db.outbox.count()).toBe(1);
    server.failure = null;
    expect(await tablet.sync()).toMatchObject({ phase: 'idle', failure: null });
    expect(server.rows.all('finding')).toHaveLength(1);
  });

  test('while one has to sign in again, another try says nothing else until it is answered', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    server.failure = 'not-signed-in';
    await tablet.sync();
    tablet.loop.wake();
    expect(tablet.status().phase).toBe('signed-out');
    await tablet.loop.settled();
    server.failure = null;
    expect((await tablet.sync()).phase).toBe('idle');
  });

  test.each([
    ['upgrade-needed', 'stopped'],
    ['disk-full', 'idle'],
    ['server-error', 'idle'],
    ['too-many-attempts', 'idle'],
    ['client-not-yours', 'signed-out'],
  ] as const)('%s is said and costs nothing', async (failure, phase) => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    await tablet.do('finding.record', findingArgs());
    server.failure = failure;
    expect(await tablet.sync()).toMatchObject({ phase, failure: { code: failure } });
    expect(await tablet.db.outbox.count()).toBe(1);
    expect(await tablet.db.finding.count()).toBe(1);
  });

  test('no network is no failure to show', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    server.network = 'down';
    expect(await tablet.sync()).toMatchObject({ phase: 'offline', failure: null });
  });

  test('an answer that is not ours changes nothing', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    await tablet.do('finding.record', findingArgs());
    const { fetch } = server;
    const portal = Object.assign(server, {
      fetch: async () => new Response('<html>请登录无线网络</html>', { status: 200 }),
    });
    const other = await openTablet(portal, machine());
    expect(await other.sync()).toMatchObject({ failure: { code: 'bad-answer' } });
    expect(await other.db.meta.get('cursor')).toBeUndefined();
    Object.assign(server, { fetch });
  });

  test('an office put back from an older copy is said, and the work stays', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    await tablet.do('finding.record', findingArgs());
    await tablet.sync();
    server.clients.clear();
    await tablet.do('finding.record', findingArgs());
    expect(await tablet.sync()).toMatchObject({ phase: 'stopped', failure: { code: 'gap' } });
    expect(await tablet.db.outbox.count()).toBe(1);
  });

  test('a refused deed stays visible with its reason and content', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    const finding = findingArgs();
    await tablet.do('finding.record', finding);
    server.rows.delete('unit', 'U01');
    await tablet.sync();
    expect(await tablet.db.refused.toArray()).toMatchObject([
      { seq: 1, title: 'finding.record', args: finding, code: 'unit-missing' },
    ]);
    expect(await custody(tablet.db)).toMatchObject({ refused: 1, waiting: 0, allAccepted: false });
    await tablet.do('finding.record', findingArgs());
    await tablet.sync();
    expect(await tablet.db.refused.count()).toBe(1);
  });
});

test('two tabs never push the same deed at once', async () => {
  const server = new MemoryServer();
  const on = machine();
  const first = await readyTablet(server, on);
  const second = await openTablet(server, on);
  await first.do('finding.record', findingArgs());
  server.requests.length = 0;
  await Promise.all([first.sync(), second.sync()]);
  expect(server.requests.filter((request) => request.mutations.length > 0)).toHaveLength(1);
});

test('an idle round trip changes nothing that a screen shows or a tab remembers', async () => {
  const server = new MemoryServer();
  const tablet = await readyTablet(server);
  const point = await tablet.db.point.get('P1');
  await tablet.db.point.put({ ...(point ?? fail()), name: '只在本机' });
  const head = await tablet.db.head.get('head');
  await tablet.sync();
  expect((await tablet.db.point.get('P1'))?.name).toBe('只在本机');
  expect(await tablet.db.head.get('head')).toEqual(head);
});

describe('the clock', () => {
  test.each([
    ['the middle of the trip stands for the answer', 0, 200, 5_100, null, 5_000],
    ['a slow trip measures nothing', 0, 11_000, 5_000, null, null],
    ['unsteadiness of the network is no news', 0, 200, 5_500, 5_000, null],
    ['a clock set anew is', 0, 200, 500_100, 5_000, 500_000],
  ])('%s', (_what, sent, answered, server, known, offset) => {
    expect(measureOffset(sent, answered, server, known)).toBe(offset);
  });
});

test('back-off doubles from one second to a minute', () => {
  const waits = [1, 2, 3, 6, 7, 50].map((failures) => backOffMs(failures, 0.999_999));
  expect(waits).toEqual([1_000, 2_000, 4_000, 32_000, 60_000, 60_000]);
  expect(backOffMs(7, 0)).toBe(30_000);
});

function fail(): never {
  throw new Error('missing');
}
