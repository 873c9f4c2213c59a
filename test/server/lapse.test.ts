/** Numbers that no device will draw any more are taken back by the office itself, and never wrongly. */
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { MutationArgs } from '../../src/protocol/mutations/index.ts';
import type { SyncResponse } from '../../src/protocol/sync.ts';
import { type City, deed, findingArgs, join, noticeArgs, rowsOf } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const DECEMBER = Date.parse('2026-12-30T02:00:00Z');
const NEW_YEARS_DAY = Date.parse('2027-01-01T02:00:00Z');
const FOURTH = Date.parse('2027-01-04T02:00:00Z');

type Lent = NonNullable<MutationArgs['notice.issue']['number']>;

eachStore((kind) => {
  let server: TestServer;
  let person: RawClient;
  let admin: RawClient;
  let city: City;
  let now = DECEMBER;

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh(), now: () => now });
  });
  afterAll(() => server.end());

  beforeEach(async () => {
    now = DECEMBER;
    person = await RawClient.signIn(server.url, 'inspector1', server.password);
    admin = await RawClient.signIn(server.url, 'admin', server.password);
    await setUp({ numbering: 'segments', agency: '榆文明督' });
    city = (await join(person)).city;
  });

  const setUp = async (json: unknown) => {
    const answer = await admin.ask('/api/office', { method: 'PATCH', body: json });
    expect(answer.status).toBe(200);
  };
  const entryOf = async ({ agency, year, seq }: Lent) =>
    server.context.store.db
      .selectFrom('number_register')
      .selectAll()
      .where('agency', '=', agency)
      .where('year', '=', year)
      .where('seq', '=', seq)
      .executeTakeFirstOrThrow();

  function issue(client: RawClient, seq: number, number: Lent | null, cursor?: string) {
    const id = uuidv7();
    return client.sync(
      [
        deed(seq, 'finding.record', findingArgs(city, { id }), now),
        deed(seq + 1, 'notice.issue', noticeArgs(city, [id], { number }), now),
      ],
      ...(cursor === undefined ? [] : [{ cursor }]),
    );
  }
  const firstOf = ({ numberLeases: [lease] }: SyncResponse): Lent => {
    if (!lease) throw new Error('no number was lent');
    return lease;
  };

  test('under 统一编号 nothing is lent, and the office numbers what arrives, without a gap', async () => {
    await setUp({ numbering: 'central' });
    const client = person.another();
    expect((await client.sync()).numberLeases).toEqual([]);
    const answer = await issue(client, 1, null);
    expect(answer.numberLeases).toEqual([]);
    const seqs = rowsOf(answer, 'notice').map((notice) => notice.number?.seq);
    expect(seqs.every((seq) => typeof seq === 'number')).toBe(true);
  });

  test('what was lent is taken back once the device has heard of 统一编号, not before', async () => {
    const client = person.another();
    const before = await client.sync();
    const number = firstOf(before);
    await setUp({ numbering: 'central' });
    // It asks with what it knew, and hears of the change by the answer.
    expect((await client.sync([], { cursor: before.cursor })).numberLeases).toHaveLength(10);
    expect((await entryOf(number)).state).toBe('leased');
    expect((await client.sync()).numberLeases).toEqual([]);
    expect(await entryOf(number)).toMatchObject({
      state: 'recalled',
      reason: '改为统一编号',
      recalled_by: '',
      settled_at: now,
      client: client.clientId,
    });
  });

  test('nothing is taken back while the device holds unsent work', async () => {
    const client = person.another();
    const number = firstOf(await client.sync());
    await setUp({ numbering: 'central' });
    await client.sync();
    await client.sync([], { unsent: 2 });
    expect((await entryOf(number)).state).toBe('leased');
  });

  test('a paper that was handed over before the change keeps its number', async () => {
    const client = person.another();
    const before = await client.sync();
    const number = firstOf(before);
    await setUp({ numbering: 'central' });
    const answer = await issue(client, 1, number, before.cursor);
    expect(answer.results.map((one) => one.status)).toEqual(['applied', 'applied']);
    expect((await entryOf(number)).state).toBe('used');
  });

  test('a number that the office took back by itself is used after all if its device brings it', async () => {
    const client = person.another();
    const number = firstOf(await client.sync());
    await setUp({ numbering: 'central' });
    await client.sync();
    await client.sync();
    expect((await entryOf(number)).state).toBe('recalled');
    const other = await issue(person.another(), 1, number);
    expect(other.results[1]?.code).toBe('number-not-leased');
    const answer = await issue(client, 1, number);
    expect(answer.results[1]?.status).toBe('applied');
    expect(await entryOf(number)).toMatchObject({
      state: 'used',
      reason: '曾按“改为统一编号”收回，后查明已用',
    });
  });

  test('numbers of a former 机关代字 are taken back likewise, and the new series begins at 1', async () => {
    const client = person.another();
    const number = firstOf(await client.sync());
    await setUp({ agency: '榆督' });
    const heard = await client.sync();
    expect(heard.numberLeases.filter((one) => one.agency === '榆督')[0]?.seq).toBe(1);
    const answer = await client.sync();
    expect(new Set(answer.numberLeases.map((one) => one.agency))).toEqual(new Set(['榆督']));
    expect(await entryOf(number)).toMatchObject({ state: 'recalled', reason: '机关代字已改' });
  });

  test("last year's numbers are taken back three days into the new year, and no earlier", async () => {
    const client = person.another();
    const number = firstOf(await client.sync());
    now = NEW_YEARS_DAY;
    person = await RawClient.signIn(server.url, 'inspector1', server.password);
    const again = person.another(client.clientId);
    await again.sync();
    expect((await entryOf(number)).state).toBe('leased');
    now = FOURTH;
    await again.sync([], { unsent: 1 });
    expect((await entryOf(number)).state).toBe('leased');
    const answer = await again.sync();
    expect(answer.numberLeases.every((one) => one.year === 2027)).toBe(true);
    expect(await entryOf(number)).toMatchObject({ state: 'recalled', reason: '跨年未用' });
  });

  test('a number of another year than the date of issue is refused, and voided on record', async () => {
    const client = person.another();
    const number = firstOf(await client.sync());
    now = NEW_YEARS_DAY;
    const answer = await issue(client, 1, number);
    expect(answer.results[1]).toMatchObject({ status: 'rejected', code: 'number-other-year' });
    expect((await entryOf(number)).state).toBe('voided');
  });

  test('a notice of the last evening that arrives in the new year keeps its number', async () => {
    const client = person.another();
    const number = firstOf(await client.sync());
    const id = uuidv7();
    now = NEW_YEARS_DAY;
    const answer = await client.sync([
      deed(1, 'finding.record', findingArgs(city, { id }), DECEMBER),
      deed(2, 'notice.issue', noticeArgs(city, [id], { number }), DECEMBER),
    ]);
    expect(answer.results[1]?.status).toBe('applied');
  });
});
