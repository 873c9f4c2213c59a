import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MutationArgs } from '../../src/protocol/mutations/index.ts';
import type { SyncResponse } from '../../src/protocol/sync.ts';
import { type City, deed, findingArgs, join, noticeArgs, rowsOf } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const OCTOBER = Date.parse('2026-10-12T02:00:00Z');
const LAST_MINUTES = Date.parse('2026-12-31T15:55:00Z');
const NEW_YEAR = Date.parse('2026-12-31T16:05:00Z');

type Lent = NonNullable<MutationArgs['notice.issue']['number']>;

eachStore((kind) => {
  let server: TestServer;
  let person: RawClient;
  let city: City;
  let now = OCTOBER;

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh(), now: () => now });
    person = await RawClient.signIn(server.url, 'inspector1', server.password);
    city = (await join(person)).city;
  });
  afterAll(() => server.end());

  const register = () =>
    server.context.store.db.selectFrom('number_register').selectAll().orderBy('seq').execute();
  const stateOf = async (number: Lent) =>
    (await register()).find((one) => one.seq === number.seq && one.year === number.year);

  /** Records one finding and issues a notice of it, with the number or without. */
  async function issue(client: RawClient, seq: number, number: Lent | null): Promise<SyncResponse> {
    const id = uuidv7();
    return client.sync([
      deed(seq, 'finding.record', findingArgs(city, { id }), now),
      deed(seq + 1, 'notice.issue', noticeArgs(city, [id], { number }), now),
    ]);
  }

  function firstOf(response: SyncResponse): Lent {
    const [lease] = response.numberLeases;
    if (!lease) throw new Error('no number was lent');
    return lease;
  }

  test('a new tablet is lent ten numbers of the year, and by its use when fewer than five are left', async () => {
    const client = person.another();
    const first = await client.sync();
    expect(first.numberLeases).toHaveLength(10);
    expect(first.numberLeases.every((one) => one.year === 2026 && one.agency === '榆文明督')).toBe(
      true,
    );
    const held: number[] = [];
    let answer = first;
    for (let nth = 0; nth < 6; nth += 1) {
      answer = await issue(client, nth * 2 + 1, firstOf(answer));
      held.push(answer.numberLeases.length);
    }
    expect(held).toEqual([9, 8, 7, 6, 5, 14]);
    const again = await client.sync();
    expect(again.numberLeases).toEqual(answer.numberLeases);
  });

  test('neither a unit nor an administrator is lent numbers', async () => {
    for (const account of ['unit-u04', 'admin']) {
      const client = await RawClient.signIn(server.url, account, server.password);
      expect((await client.sync()).numberLeases).toEqual([]);
    }
  });

  test('many tablets at once are never lent one number twice', async () => {
    const tablets = Array.from({ length: 20 }, () => person.another());
    const answers = await Promise.all(tablets.map((tablet) => tablet.sync()));
    const lent = answers.flatMap((answer) => answer.numberLeases.map((one) => one.seq));
    expect(lent).toHaveLength(200);
    expect(new Set(lent).size).toBe(200);
  });

  test('numbers drawn by the server and numbers lent are never the same', async () => {
    const tablets = Array.from({ length: 8 }, () => person.another());
    await Promise.all(tablets.map((tablet) => issue(tablet, 1, null)));
    const used = (await register()).filter((one) => one.state === 'used');
    expect(new Set(used.map((one) => one.seq)).size).toBe(used.length);
    const pulled = rowsOf(await person.another().sync(), 'notice');
    const numbers = pulled.map((notice) => `${notice.number?.year}/${notice.number?.seq}`);
    expect(new Set(numbers).size).toBe(pulled.length);
  });

  test('every number that left the series stands in the register', async () => {
    const entries = (await register()).filter((one) => one.year === 2026);
    expect(entries.map((one) => one.seq)).toEqual(entries.map((_, i) => i + 1));
  });

  test("another tablet's number is refused and stays lent", async () => {
    const holder = person.another();
    const number = firstOf(await holder.sync());
    const answer = await issue(person.another(), 1, number);
    expect(answer.results[1]).toMatchObject({ status: 'rejected', code: 'number-not-leased' });
    expect(await stateOf(number)).toMatchObject({ state: 'leased', client: holder.clientId });
  });

  test('a number that is used is refused a second time', async () => {
    const client = person.another();
    const number = firstOf(await client.sync());
    await issue(client, 1, number);
    const answer = await issue(client, 3, number);
    expect(answer.results[1]).toMatchObject({ status: 'rejected', code: 'number-used' });
    expect((await stateOf(number))?.state).toBe('used');
  });

  test('the number of a refused notice is voided on record, and not lent again', async () => {
    const client = person.another();
    const number = firstOf(await client.sync());
    const refused = await client.sync([
      deed(1, 'notice.issue', noticeArgs(city, [uuidv7()], { number }), now),
    ]);
    expect(refused.results[0]).toMatchObject({ code: 'finding-missing' });
    const entry = await stateOf(number);
    expect(entry?.state).toBe('voided');
    expect(entry?.reason).toContain('finding-missing');
    expect(refused.numberLeases).not.toContainEqual(number);
    const answer = await issue(client, 2, number);
    expect(answer.results[1]?.code).toBe('number-not-leased');
  });

  test('a voided notice keeps its number in the register with the reason', async () => {
    const client = person.another();
    const number = firstOf(await client.sync());
    const id = uuidv7();
    const findingId = uuidv7();
    await client.sync([
      deed(1, 'finding.record', findingArgs(city, { id: findingId }), now),
      deed(2, 'notice.issue', noticeArgs(city, [findingId], { id, number }), now),
    ]);
    const supervisor = await RawClient.signIn(server.url, 'supervisor', server.password);
    await supervisor.sync([deed(1, 'notice.void', { id, reason: '单位写错' }, now)]);
    expect(await stateOf(number)).toMatchObject({
      state: 'voided',
      reason: '单位写错',
      notice_id: id,
    });
  });

  test('a lost tablet keeps its numbers; nobody else is lent them', async () => {
    const lost = person.another();
    const held = new Set((await lost.sync()).numberLeases.map((one) => one.seq));
    const others = await Promise.all(Array.from({ length: 5 }, () => person.another().sync()));
    for (const answer of others) {
      expect(answer.numberLeases.some((one) => held.has(one.seq))).toBe(false);
    }
  });

  test('the year is that of the office: after midnight there, a series of the new year begins', async () => {
    now = LAST_MINUTES;
    person = await RawClient.signIn(server.url, 'inspector1', server.password);
    const client = person.another();
    const old = await client.sync();
    expect(old.numberLeases.every((one) => one.year === 2026)).toBe(true);
    now = NEW_YEAR;
    const fresh = await client.sync();
    const years = fresh.numberLeases.map((one) => one.year);
    expect(years.filter((year) => year === 2026)).toHaveLength(10);
    expect(fresh.numberLeases.filter((one) => one.year === 2027)[0]?.seq).toBe(1);
  });

  test('a notice without a number gets the next one of its year', async () => {
    const answer = await issue(person.another(), 1, null);
    const [notice] = rowsOf(answer, 'notice').filter((one) => one.issuedAt === NEW_YEAR);
    expect(notice?.number?.year).toBe(2027);
  });
});
