import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FAILURES } from '../../src/protocol/failures.ts';
import { NumberList, NumbersRecalled } from '../../src/protocol/numbers.ts';
import { type City, deed, findingArgs, join, noticeArgs } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { machine, readyTablet, uuid } from '../support/tablet.ts';

const NOW = Date.parse('2026-10-12T02:00:00Z');
const REASON = '平板遗失，已登记';

eachStore((kind) => {
  let server: TestServer;
  let person: RawClient;
  let supervisor: RawClient;
  let admin: RawClient;
  let city: City;

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh(), now: () => NOW });
    const signIn = (account: string) => RawClient.signIn(server.url, account, server.password);
    person = await signIn('inspector1');
    supervisor = await signIn('supervisor');
    admin = await signIn('admin');
    city = (await join(person)).city;
  });
  afterAll(() => server.end());

  const recall = (clientId: string, body: unknown = { reason: REASON }, by = supervisor) =>
    by.ask(`/api/devices/${clientId}/recall`, { body });
  const register = async (year = 2026) => {
    const answer = await supervisor.ask(`/api/numbers?year=${year}`);
    return NumberList.parse(answer.body).numbers;
  };
  const series = async () =>
    (
      await server.context.store.db
        .selectFrom('number_series')
        .select('next')
        .where('year', '=', 2026)
        .executeTakeFirstOrThrow()
    ).next;

  test('a supervisor takes back what a lost tablet holds, with the reason and on record', async () => {
    const lost = person.another();
    const held = (await lost.sync()).numberLeases;
    const before = await server.context.head(server.context.store.db);
    const answer = await recall(lost.clientId);
    expect(answer.status).toBe(200);
    expect(NumbersRecalled.parse(answer.body).numbers).toEqual(held);
    const after = await server.context.head(server.context.store.db);
    expect(after.head).toBe(before.head + 1);
    const own = (await register()).filter(({ holder }) => holder.clientId === lost.clientId);
    expect(own.map(({ seq }) => seq)).toEqual(held.map(({ seq }) => seq));
    for (const entry of own) {
      expect(entry).toMatchObject({
        state: 'recalled',
        reason: REASON,
        recalledBy: '督查负责人',
        paper: null,
        holder: { accountName: '督查员一' },
        leasedAt: NOW,
        settledAt: NOW,
      });
    }
    expect(NumbersRecalled.parse((await recall(lost.clientId)).body).numbers).toEqual([]);
  });

  test('whoever listens hears of it, so that the device drops them at once', async () => {
    const client = person.another();
    await client.sync();
    const heard: number[] = [];
    const stop = server.context.pokes.listen((version) => heard.push(version));
    await recall(client.clientId);
    stop();
    const { head } = await server.context.head(server.context.store.db);
    expect(heard).toEqual([head]);
  });

  test('the next pull lists none of them, and nobody is ever given one again', async () => {
    const client = person.another();
    const held = new Set((await client.sync()).numberLeases.map(({ seq }) => seq));
    await recall(client.clientId);
    const others = await Promise.all(Array.from({ length: 4 }, () => person.another().sync()));
    for (const { numberLeases } of [await client.sync(), ...others]) {
      expect(numberLeases).toHaveLength(10);
      expect(numberLeases.some(({ seq }) => held.has(seq))).toBe(false);
    }
  });

  test('a notice that was issued offline under one of them is refused and stays on the tablet', async () => {
    const inspector = await server.signIn('inspector1');
    const line = { up: true };
    const fetch = (path: string, init: RequestInit) => {
      if (!line.up) throw new TypeError('Failed to fetch');
      const headers = new Headers(init.headers);
      headers.set('cookie', inspector.cookie);
      return globalThis.fetch(server.url + path, { ...init, headers });
    };
    const office = { fetch: async (path: string, init: RequestInit) => fetch(path, init) };
    const on = { ...machine(), clock: NOW };
    const tablet = await readyTablet(office, on, inspector.session);
    line.up = false;
    const finding = findingArgs(city);
    await tablet.do('finding.record', finding);
    const { number: _drawn, ...rest } = noticeArgs(city, [finding.id]);
    expect(await tablet.issue(rest)).toEqual({ ok: true });
    const { number } = (await tablet.db.notice.get(rest.id)) ?? {};
    expect(number?.year).toBe(2026);
    expect((await recall(tablet.author.clientId)).status).toBe(200);

    line.up = true;
    await tablet.sync();
    expect(await tablet.db.refused.toArray()).toMatchObject([
      { name: 'notice.issue', code: 'number-not-leased', args: { ...rest, number } },
    ]);
    expect(await tablet.db.notice.get(rest.id)).toBeUndefined();
    expect((await tablet.db.finding.get(finding.id))?.state).toBe('recorded');
    const entry = (await register()).find(({ seq }) => seq === number?.seq);
    expect(entry).toMatchObject({ state: 'recalled', reason: REASON, paper: null });

    // Issued anew it gets a number that is this device's.
    const anew = { ...rest, id: uuid() };
    expect(await tablet.issue(anew)).toEqual({ ok: true });
    await tablet.sync();
    const issued = await tablet.db.notice.get(anew.id);
    expect(issued?.number?.seq).toBeGreaterThan(number?.seq ?? 0);
    expect(await tablet.db.refused.count()).toBe(1);
    await tablet.close();
  });

  test('a used number is not taken back', async () => {
    const client = person.another();
    const [number = null] = (await client.sync()).numberLeases;
    const id = uuidv7();
    const noticeId = uuidv7();
    await client.sync([
      deed(1, 'finding.record', findingArgs(city, { id }), NOW),
      deed(2, 'notice.issue', noticeArgs(city, [id], { id: noticeId, number }), NOW),
    ]);
    await recall(client.clientId);
    const own = (await register()).filter(({ holder }) => holder.clientId === client.clientId);
    expect(own.filter(({ state }) => state === 'recalled')).toHaveLength(9);
    expect(own.find(({ seq }) => seq === number?.seq)).toMatchObject({
      state: 'used',
      paper: { id: noticeId },
      reason: '',
      recalledBy: '',
    });
  });

  test('only a supervisor takes numbers back, with a reason, from a device that there is', async () => {
    const client = person.another();
    const held = (await client.sync()).numberLeases;
    for (const other of [person, admin]) {
      expect((await recall(client.clientId, { reason: REASON }, other)).status).toBe(403);
    }
    for (const body of [{}, { reason: '' }, { reason: '  ' }, { reason: '字'.repeat(501) }]) {
      expect((await recall(client.clientId, body)).status).toBe(400);
    }
    const [status, message] = FAILURES['not-found'];
    for (const unknown of [uuidv7(), 'none', '%00']) {
      const answer = await recall(unknown);
      expect([answer.status, answer.body]).toMatchObject([status, { message }]);
    }
    expect((await client.sync()).numberLeases).toEqual(held);
  });

  test('every number of the year is accounted for, in order', async () => {
    const client = person.another();
    const findingId = uuidv7();
    const noticeId = uuidv7();
    await client.sync([
      deed(1, 'finding.record', findingArgs(city, { id: findingId }), NOW),
      deed(2, 'notice.issue', noticeArgs(city, [findingId], { id: noticeId }), NOW),
    ]);
    await supervisor.sync([deed(1, 'notice.void', { id: noticeId, reason: '单位写错' }, NOW)]);
    const entries = await register();
    expect(entries.map(({ seq }) => seq)).toEqual(
      Array.from({ length: (await series()) - 1 }, (_, i) => i + 1),
    );
    expect(new Set(entries.map(({ state }) => state))).toEqual(
      new Set(['leased', 'used', 'voided', 'recalled']),
    );
    const voided = entries.find(({ paper }) => paper?.id === noticeId);
    expect(voided).toMatchObject({
      state: 'voided',
      reason: '单位写错',
      paper: { unitName: expect.stringMatching(/./) },
    });
    expect(entries.every(({ holder }) => holder.accountName !== '')).toBe(true);
    expect(await register(2025)).toEqual([]);
    expect((await admin.ask('/api/numbers?year=2026')).status).toBe(200);
    expect((await person.ask('/api/numbers?year=2026')).status).toBe(403);
    for (const query of ['', '?year=', '?year=26', '?year=2026&year=2027']) {
      expect((await admin.ask(`/api/numbers${query}`)).status).toBe(400);
    }
  });
});
