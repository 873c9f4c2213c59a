import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MessageList } from '../../src/protocol/messages.ts';
import { morning } from '../../src/server/jobs/morning.ts';
import { Notifier } from '../../src/server/notify/notifier.ts';
import { type City, deed, findingArgs, join, noticeArgs, UNIT } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

/** 2026年11月24日 07:30 on the office's clock, a Tuesday: before what the server says by itself in the morning. */
const TUESDAY = Date.parse('2026-11-23T23:30:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

eachStore((kind) => {
  let server: TestServer;
  let now = TUESDAY;
  let inspector: RawClient;
  let supervisor: RawClient;
  let unit: RawClient;
  let other: RawClient;
  let city: City;
  let seq = 0;

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh(), now: () => now });
    const signIn = (account: string) => RawClient.signIn(server.url, account, server.password);
    inspector = await signIn('inspector1');
    supervisor = await signIn('supervisor');
    unit = await signIn('unit-u04');
    other = await signIn('inspector2');
    city = (await join(inspector)).city;
  });
  afterAll(() => server.end());

  const inboxOf = async (person: RawClient) => {
    await server.context.jobs.idle();
    return MessageList.parse((await person.ask('/api/messages')).body);
  };

  /** A notice to the unit, of one problem; answers both ids. */
  const issue = async (text: string) => {
    const finding = uuidv7();
    const notice = uuidv7();
    const args = findingArgs(city, { id: finding, text, deadline: { kind: 'days', days: 3 } });
    const deadline = { kind: 'days', days: 3 } as const;
    const { results } = await inspector.sync([
      deed(seq + 1, 'finding.record', args, now),
      deed(seq + 2, 'notice.issue', noticeArgs(city, [finding], { id: notice, deadline }), now),
    ]);
    seq += 2;
    expect(results.map(({ status }) => status)).toEqual(['applied', 'applied']);
    return { finding, notice };
  };

  test('a unit hears of a notice to it, and nobody else does', async () => {
    const { notice } = await issue('占道经营');
    const { messages, unread } = await inboxOf(unit);
    expect(unread).toBe(1);
    expect(messages).toMatchObject([
      { kind: 'notice.issued', title: '新的督查通知书', link: `/notices/${notice}`, read: false },
    ]);
    for (const person of [inspector, supervisor, other]) {
      expect((await inboxOf(person)).messages).toEqual([]);
    }
  });

  test('what was read stays read, of one or of all, and only a person’s own', async () => {
    const [first] = (await inboxOf(unit)).messages;
    const stranger = await supervisor.ask('/api/messages/read', { body: { ids: [first?.id] } });
    expect(stranger.body).toEqual({ unread: 0 });
    expect((await inboxOf(unit)).unread).toBe(1);
    const one = await unit.ask('/api/messages/read', { body: { ids: [first?.id] } });
    expect(one.body).toEqual({ unread: 0 });
    expect((await inboxOf(unit)).messages[0]?.read).toBe(true);
    await issue('乱贴广告');
    expect((await inboxOf(unit)).unread).toBe(1);
    await unit.ask('/api/messages/read', { body: { ids: null } });
    expect((await inboxOf(unit)).unread).toBe(0);
    expect((await new RawClient(server.url).ask('/api/messages')).status).toBe(401);
  });

  test('an answer is told to who leads, its acceptance to the group that found it, the return to the unit', async () => {
    const { finding, notice } = await issue('路灯不亮');
    const answered = await unit.sync([
      deed(1, 'notice.acknowledge', { id: notice, receiver: '李', duty: '', phone: '' }, now),
      deed(
        2,
        'reply.submit',
        {
          id: uuidv7(),
          findingId: finding,
          text: '已修好',
          files: [],
          photo: null,
          way: 'account',
        },
        now,
      ),
    ]);
    expect(answered.results.map(({ status }) => status)).toEqual(['applied', 'applied']);
    expect((await inboxOf(supervisor)).messages[0]).toMatchObject({
      kind: 'finding.replied',
      link: `/findings/${finding}`,
    });
    const accepted = await supervisor.sync([
      deed(1, 'reply.accept', { id: finding, note: '' }, now),
    ]);
    expect(accepted.results[0]?.status).toBe('applied');
    expect((await inboxOf(inspector)).messages[0]?.kind).toBe('finding.accepted');
    expect((await inboxOf(other)).messages).toEqual([]);
    const before = (await inboxOf(unit)).messages.length;
    const returned = await supervisor.sync([
      deed(
        2,
        'reply.return',
        {
          id: finding,
          recheckId: uuidv7(),
          reason: '照片看不清',
          deadline: { kind: 'days', days: 3 },
        },
        now,
      ),
    ]);
    expect(returned.results[0]?.status).toBe('applied');
    const { messages } = await inboxOf(unit);
    expect(messages).toHaveLength(before + 1);
    expect(messages[0]?.kind).toBe('finding.returned');
    // Who leads did it, and is not told of it.
    expect((await inboxOf(supervisor)).messages[0]?.kind).toBe('finding.replied');
  });

  test('told again after a crash, a message is there once', async () => {
    const { store, officeId } = server.context;
    const before = (await inboxOf(unit)).messages.length;
    // As if it had died after the messages of all versions and before its cursor.
    await store.db.updateTable('notify_cursor').set({ version: 0 }).execute();
    const again = new Notifier(server.context, () => undefined);
    await again.run();
    await again.run();
    expect((await inboxOf(unit)).messages).toHaveLength(before);
    const { version } = await store.db
      .selectFrom('notify_cursor')
      .select('version')
      .where('office', '=', officeId)
      .executeTakeFirstOrThrow();
    expect(version).toBeGreaterThan(0);
  });

  test('where the telling fails midway nothing of it is there, and the next turn tells all of it', async () => {
    const { store } = server.context;
    await server.context.jobs.idle();
    const cut = () => {
      throw new Error('cut');
    };
    const failing = new Notifier({ ...server.context, now: cut }, () => undefined);
    const known = await store.db.selectFrom('message').select('id').execute();
    await store.db.transaction().execute(async (tx) => {
      await tx.deleteFrom('message').execute();
      await tx.updateTable('notify_cursor').set({ version: 0 }).execute();
    });
    await expect(failing.run()).rejects.toThrow('cut');
    expect(await store.db.selectFrom('message').select('id').execute()).toEqual([]);
    await new Notifier(server.context, () => undefined).run();
    const told = await store.db.selectFrom('message').select('id').execute();
    expect(told).toHaveLength(known.length);
  });

  test('what was told while the server was down is told when it is up', async () => {
    const { notice } = await issue('井盖缺失');
    // Gone before its turn came.
    server = await server.restart();
    inspector = new RawClient(server.url, inspector.cookie, inspector.clientId);
    expect((await inboxOf(unit)).messages[0]?.link).toBe(`/notices/${notice}`);
  });

  test('in the morning of a working day it is said once what is due and what is overdue', async () => {
    const { store, officeId } = server.context;
    const notifier = new Notifier(server.context, () => undefined);
    const dailies = () =>
      store.db
        .selectFrom('message')
        .select(['kind', 'text'])
        .where('office', '=', officeId)
        .where('kind', 'like', 'day.%')
        .where('at', '>=', now - HOUR)
        .orderBy('kind')
        .execute();
    now = TUESDAY + DAY;
    await morning(server.context, notifier);
    expect(await dailies()).toEqual([]);
    now = TUESDAY + DAY + 2 * HOUR;
    await morning(server.context, notifier);
    await morning(server.context, notifier);
    expect((await dailies()).map((one) => one.kind)).toEqual(['day.soon']);
    // A Saturday: nobody is written to.
    now = TUESDAY + 4 * DAY + 2 * HOUR;
    await morning(server.context, notifier);
    expect(await dailies()).toEqual([]);
    now = TUESDAY + 7 * DAY + 2 * HOUR;
    await morning(server.context, notifier);
    const kinds = (await dailies()).map((one) => one.kind);
    expect(kinds.filter((one) => one === 'day.overdue')).toHaveLength(2);
    expect(UNIT).toBe('U04');
  });

  test('an open page is told the number as it changes', async () => {
    const abort = new AbortController();
    const line = await fetch(`${server.url}/api/poke`, {
      headers: { cookie: unit.cookie },
      signal: abort.signal,
    });
    const reader = line.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const until = async (pattern: RegExp) => {
      while (!pattern.test(heard)) heard += (await reader?.read())?.value ?? '';
    };
    await until(/event: unread\ndata: \d+\n/);
    heard = '';
    await issue('垃圾堆积');
    await server.context.jobs.idle();
    await until(/event: unread\ndata: \d+\n/);
    heard = '';
    await unit.ask('/api/messages/read', { body: { ids: null } });
    await until(/event: unread\ndata: 0\n/);
    abort.abort();
  });
});
