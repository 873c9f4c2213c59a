import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SyncResponse } from '../../src/protocol/sync.ts';
import { type City, deed, findingArgs, join, noticeArgs, rowsOf } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

eachStore((kind) => {
  let server: TestServer;
  let person: RawClient;
  let city: City;

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh() });
    person = await RawClient.signIn(server.url, 'inspector1', server.password);
    city = (await join(person)).city;
  });
  afterAll(() => server.end());

  /** All findings that a fresh tablet of the same person sees. */
  const findings = async () => rowsOf(await person.another().sync(), 'finding');
  const withText = async (text: string) =>
    (await findings()).filter((finding) => finding.text === text);

  test('a push whose answer was lost is answered again and done once', async () => {
    const client = person.another();
    const pushed = [deed(1, 'finding.record', findingArgs(city, { text: '答复丢失' }))];
    const lost = await client.sync(pushed);
    const again = await client.sync(pushed);
    expect(lost.results).toEqual([{ seq: 1, status: 'applied' }]);
    expect(again.results).toEqual(lost.results);
    expect(again.lastSeq).toBe(1);
    expect(await withText('答复丢失')).toHaveLength(1);
  });

  test('the same push twice at once is done once', async () => {
    const client = person.another();
    const pushed = [deed(1, 'finding.record', findingArgs(city, { text: '同时两次' }))];
    const twice = await Promise.all([client.sync(pushed), client.sync(pushed)]);
    for (const answer of twice) expect(answer.results).toEqual([{ seq: 1, status: 'applied' }]);
    expect(await withText('同时两次')).toHaveLength(1);
  });

  test('beyond a gap nothing is taken, and the missing place is asked for', async () => {
    const client = person.another();
    const answer = await client.sync([
      deed(1, 'finding.record', findingArgs(city, { text: '缺口之前' })),
      deed(3, 'finding.record', findingArgs(city, { text: '缺口之后' })),
      deed(4, 'finding.record', findingArgs(city, { text: '缺口之后' })),
    ]);
    expect(answer.gap).toBe(true);
    expect(answer.lastSeq).toBe(1);
    expect(answer.results).toEqual([{ seq: 1, status: 'applied' }]);
    expect(await withText('缺口之前')).toHaveLength(1);
    expect(await withText('缺口之后')).toHaveLength(0);
  });

  test('a refusal takes its place, leaves no trace, and is said again when asked again', async () => {
    const client = person.another();
    const id = uuidv7();
    const pushed = [
      deed(1, 'finding.record', findingArgs(city, { id, text: '先登记' })),
      deed(2, 'finding.record', findingArgs(city, { id, text: '重复登记' })),
      deed(3, 'finding.record', findingArgs(city, { text: '后登记' })),
    ];
    const answer = await client.sync(pushed);
    expect(answer.lastSeq).toBe(3);
    expect(answer.results.map(({ status, code }) => [status, code])).toEqual([
      ['applied', undefined],
      ['rejected', 'finding-exists'],
      ['applied', undefined],
    ]);
    const before = await person.another().sync();
    expect((await client.sync(pushed)).results).toEqual(answer.results);
    expect(await withText('重复登记')).toHaveLength(0);
    expect(await withText('后登记')).toHaveLength(1);
    const events = rowsOf(before, 'event').filter((event) => event.subjectId === id);
    expect(events.map((event) => event.detail)).toEqual(['先登记']);
  });

  test('what a later deed of one push needs of an earlier one is there', async () => {
    const client = person.another();
    const ids = Array.from({ length: 12 }, () => uuidv7());
    const answer = await client.sync([
      ...ids.map((id, i) => deed(i + 1, 'finding.record', findingArgs(city, { id }))),
      deed(13, 'notice.issue', noticeArgs(city, ids)),
      deed(14, 'notice.issue', noticeArgs(city, ids.slice(0, 1))),
    ]);
    expect(answer.results.slice(0, 13).every(({ status }) => status === 'applied')).toBe(true);
    expect(answer.results[13]).toMatchObject({ code: 'finding-already-noticed' });
    const assigned = (await findings()).filter((finding) => ids.includes(finding.id));
    expect(assigned.every((finding) => finding.state === 'assigned')).toBe(true);
  });

  test("nobody pushes on another person's tablet", async () => {
    const client = person.another();
    await client.sync([deed(1, 'finding.record', findingArgs(city))]);
    const other = await RawClient.signIn(server.url, 'inspector2', server.password);
    const thief = new RawClient(server.url, other.cookie, client.clientId);
    const pushed = [deed(2, 'finding.record', findingArgs(city, { text: '他人设备' }))];
    const answer = await thief.ask('/api/sync', { body: thief.request(pushed, null) });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ code: 'client-not-yours' });
    const asked = await thief.ask('/api/sync', { body: thief.request([], null) });
    expect(asked.status).toBe(403);
    expect(await withText('他人设备')).toHaveLength(0);
  });

  test("a store that the office has not heard of does not become the next person's", async () => {
    const session = await person.ask('/api/session');
    const { accountId } = Object(session.body);
    const next = await RawClient.signIn(server.url, 'inspector2', server.password);
    const store = person.another();
    const pushed = [deed(1, 'finding.record', findingArgs(city, { text: '前一个人的问题' }))];
    // The tablet's one sign-in is the next person's; the store that sends is still the first one's.
    const body = { ...store.request(pushed, null), accountId };
    const answer = await next.ask('/api/sync', { body });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ code: 'client-not-yours' });
    expect((await person.ask('/api/sync', { body })).body).toMatchObject({ lastSeq: 1 });
    expect(await withText('前一个人的问题')).toMatchObject([{ by: accountId }]);
  });

  test('a role that may not do a deed is refused it, and the next deed goes on', async () => {
    const unit = await RawClient.signIn(server.url, 'unit-u04', server.password);
    const answer = await unit.sync([
      deed(1, 'finding.record', findingArgs(city, { text: '越权' })),
    ]);
    expect(answer.results[0]).toMatchObject({ status: 'rejected', code: 'not-permitted' });
    expect(await withText('越权')).toHaveLength(0);
  });

  test('a deed that says nothing sensible is refused as malformed and takes its place', async () => {
    const client = person.another();
    let deep: unknown = '深';
    for (let i = 0; i < 3000; i += 1) deep = [deep];
    const strange: unknown[] = [
      { ...findingArgs(city), text: '' },
      { ...findingArgs(city), text: '零\u0000字符' },
      { ...findingArgs(city), text: '半个\ud800字' },
      deep,
      null,
      { ...findingArgs(city), id: 'not-a-uuid' },
    ];
    const pushed = strange.map((args, i) => ({
      seq: i + 1,
      name: 'finding.record',
      args,
      at: Date.now(),
      offset: 0,
    }));
    const body = client.request(
      [...pushed, { seq: 7, name: 'point.delete', args: {}, at: 0, offset: 0 }],
      null,
    );
    const answer = SyncResponse.parse((await client.ask('/api/sync', { body })).body);
    expect(answer.results.map(({ code }) => code)).toEqual(Array(7).fill('malformed'));
    expect(answer.lastSeq).toBe(7);
  });

  test('the time of a deed is corrected by its offset and never lies in the future', async () => {
    const client = person.another();
    const now = Date.now();
    const hour = 3_600_000;
    const record = (text: string) => findingArgs(city, { text });
    await client.sync([
      { ...deed(1, 'finding.record', record('慢一小时'), now - hour), offset: hour },
      deed(2, 'finding.record', record('快一天'), now + 24 * hour),
      { ...deed(3, 'finding.record', record('荒唐的钟'), 0), offset: -9e15 },
    ]);
    const [slow] = await withText('慢一小时');
    const [fast] = await withText('快一天');
    const [absurd] = await withText('荒唐的钟');
    expect(Math.abs((slow?.recordedAt ?? 0) - now)).toBeLessThan(60_000);
    expect(fast?.recordedAt).toBeLessThanOrEqual(Date.now());
    expect(absurd?.recordedAt).toBe(0);
  });
});
