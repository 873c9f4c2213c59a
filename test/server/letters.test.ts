/** Letters are numbered by the office in series of their own, and every number stands in the register. */
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sayNumber } from '../../src/domain/notice-number.ts';
import { auditYear } from '../../src/domain/register.ts';
import type { MutationArgs } from '../../src/protocol/mutations/index.ts';
import { lineOf, NumberList, sayPaperKind } from '../../src/protocol/numbers.ts';
import {
  type City,
  deed,
  findingArgs,
  join,
  noticeArgs,
  OTHER_UNIT,
  rowsOf,
  UNIT,
} from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { letterArgs } from '../support/letters.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const ISSUED = Date.parse('2026-10-12T02:00:00Z');
const DAY = 86_400_000;
const MONTH = '2026-10';

eachStore((kind) => {
  let server: TestServer;
  let person: RawClient;
  let admin: RawClient;
  let desk: RawClient;
  let unit: RawClient;
  let city: City;
  let now = ISSUED;
  let seq = 0;

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh(), now: () => now });
    const as = (account: string) => RawClient.signIn(server.url, account, server.password);
    [person, admin, desk, unit] = await Promise.all([
      as('inspector1'),
      as('admin'),
      as('supervisor'),
      as(`unit-${UNIT.toLowerCase()}`),
    ]);
    city = (await join(person)).city;
    await desk.sync();
  });
  afterAll(() => server.end());

  const register = async () => NumberList.parse((await desk.ask('/api/numbers?year=2026')).body);
  const inSeries = async (agency: string) =>
    (await register()).numbers.filter((entry) => entry.agency === agency);
  const says = (name: 'letter.issue' | 'letter.void', args: MutationArgs[typeof name]) => {
    seq += 1;
    return desk.sync([deed(seq, name, args, now)]);
  };
  const letter = (over: Partial<Parameters<typeof letterArgs>[0]> & { findingIds: string[] }) =>
    letterArgs({ id: uuidv7(), kind: 'urge', issuedAt: now, dueAt: now + 3 * DAY, ...over });

  /** A problem on a notice that is overdue three days later. */
  async function overdue(unitId = UNIT): Promise<string> {
    now = ISSUED;
    const id = uuidv7();
    const client = person.another();
    await client.sync();
    const answer = await client.sync([
      deed(1, 'finding.record', findingArgs(city, { id, unitId }), now),
      deed(2, 'notice.issue', noticeArgs(city, [id], { unitId }), now),
    ]);
    expect(answer.results.map(({ status }) => status)).toEqual(['applied', 'applied']);
    now = ISSUED + 3 * DAY;
    return id;
  }

  test('an office without 代字 for them sends letters without a number', async () => {
    const none = { letterAgency: '', monthlyAgency: '' };
    expect((await admin.ask('/api/office', { method: 'PATCH', body: none })).status).toBe(200);
    const id = uuidv7();
    const answer = await says('letter.issue', letter({ id, findingIds: [await overdue()] }));
    expect(answer.results[0]).toMatchObject({ status: 'applied' });
    expect(rowsOf(answer, 'letter').find((one) => one.id === id)?.number).toBeNull();
  });

  test('numbers come from the series of the letter, not of the notices', async () => {
    const patch = { letterAgency: '榆文明办', monthlyAgency: '榆文明提' };
    expect((await admin.ask('/api/office', { method: 'PATCH', body: patch })).status).toBe(200);
    const [one, other] = [await overdue(), await overdue()];
    const answer = await says('letter.issue', letter({ findingIds: [one] }));
    const again = await says('letter.issue', letter({ findingIds: [other] }));
    const monthly = await says(
      'letter.issue',
      letter({ kind: 'monthly', dueAt: null, month: MONTH, findingIds: [one] }),
    );
    const numbers = [answer, again, monthly].flatMap((each) =>
      rowsOf(each, 'letter').flatMap(({ number }) => (number ? [sayNumber(number)] : [])),
    );
    expect(numbers).toEqual(['榆文明办〔2026〕1号', '榆文明办〔2026〕2号', '榆文明提〔2026〕1号']);
    const urged = rowsOf(answer, 'finding').find(({ id }) => id === one);
    expect(urged?.urge).toMatchObject({ level: 'urge', dueAt: now + 3 * DAY });
  });

  test('a refused letter draws none', async () => {
    const before = await inSeries('榆文明提');
    const id = await overdue();
    const refused = await says(
      'letter.issue',
      letter({ kind: 'monthly', dueAt: null, month: MONTH, findingIds: [id] }),
    );
    expect(refused.results[0]).toMatchObject({ status: 'rejected', code: 'letter-month' });
    expect(await inSeries('榆文明提')).toEqual(before);
  });

  test('every number has its whereabouts, and says what bears it', async () => {
    const { numbers, series } = await register();
    for (const { unexplained } of auditYear(numbers.map(lineOf), series)) {
      expect(unexplained).toEqual([]);
    }
    expect((await inSeries('榆文明办')).map(sayPaperKind)).toEqual(['催办函', '催办函']);
    expect((await inSeries('榆文明提')).map(sayPaperKind)).toEqual(['月度提示函']);
    const [first] = await inSeries('榆文明办');
    expect(first).toMatchObject({ state: 'used', holder: { accountName: '督查负责人' } });
  });

  test('a voided letter keeps its number there with the reason; another one takes the next', async () => {
    const [first] = await inSeries('榆文明提');
    const id = first?.paper?.id ?? '';
    await says('letter.void', { id, reason: '数字有误' });
    expect(await inSeries('榆文明提')).toMatchObject([{ state: 'voided', reason: '数字有误' }]);
    const anew = await says(
      'letter.issue',
      letter({ kind: 'monthly', dueAt: null, month: MONTH, findingIds: [await overdue()] }),
    );
    expect(rowsOf(anew, 'letter')[0]?.number).toMatchObject({ agency: '榆文明提', seq: 2 });
  });

  test('a unit reads what was sent to it, and nothing that was sent to another', async () => {
    const other = await overdue(OTHER_UNIT);
    const answer = await says('letter.issue', letter({ unitId: OTHER_UNIT, findingIds: [other] }));
    const [theirs] = rowsOf(answer, 'letter');
    const seen = rowsOf(await unit.another().sync(), 'letter');
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.every(({ unitId }) => unitId === UNIT)).toBe(true);
    expect(seen.map(({ id }) => id)).not.toContain(theirs?.id);
    const client = unit.another();
    await client.sync();
    const tried = await client.sync([
      deed(1, 'letter.issue', letter({ findingIds: [other] }), now),
    ]);
    expect(tried.results[0]).toMatchObject({ status: 'rejected', code: 'not-permitted' });
  });

  test('a desk that sends many letters is not lent more numbers for notices', async () => {
    const before = (await desk.sync()).numberLeases.length;
    for (let nth = 0; nth < 12; nth += 1) {
      await says('letter.issue', letter({ findingIds: [await overdue()] }));
    }
    now += DAY;
    const held = (await desk.sync()).numberLeases;
    expect(held).toHaveLength(before);
    expect(held.every(({ agency }) => agency === '榆文明督')).toBe(true);
  });
});
