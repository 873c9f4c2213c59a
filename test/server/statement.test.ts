/** 对账单 over real deeds of three months: it adds up, ends where today stands, and a past month stays. */
import readXlsxFile from 'read-excel-file/node';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instantOf } from '../../src/domain/civil.ts';
import { INCOMING, OUTGOING } from '../../src/domain/statement.ts';
import { Statement } from '../../src/protocol/statement.ts';
import type { PushedMutation } from '../../src/protocol/sync.ts';
import { type City, deed, findingArgs, join, noticeArgs, UNIT } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const NOW = instantOf('2026-11-25', 10);
const at = (day: string, hour = 9) => instantOf(day, hour);

eachStore((kind) => {
  let server: TestServer;
  let inspector: RawClient;
  let supervisor: RawClient;
  let unit: RawClient;
  let city: City;

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh(), now: () => NOW });
    inspector = await RawClient.signIn(server.url, 'inspector1', server.password);
    supervisor = await RawClient.signIn(server.url, 'supervisor', server.password);
    unit = await RawClient.signIn(server.url, 'unit-u04', server.password);
    city = (await join(inspector)).city;
    await threeMonths();
  });
  afterAll(() => server.end());

  const ids = Array.from({ length: 7 }, () => uuidv7());
  const [closed = '', returned = '', shelved = '', handed = '', merged = '', extended = ''] = ids;

  async function does(who: RawClient, deeds: readonly PushedMutation[]) {
    const { results } = await who.sync(deeds);
    expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);
  }

  /** Seven problems on one notice in September; each goes its own way. */
  async function threeMonths() {
    const days = { kind: 'days', days: 15 } as const;
    const record = (id: string, nth: number) =>
      deed(
        nth + 1,
        'finding.record',
        findingArgs(city, { id, text: `第${nth}个问题`, deadline: days }),
        at('2026-09-10', 9 + nth),
      );
    const issue = noticeArgs(city, ids, { deadline: days });
    await does(inspector, [
      ...ids.map(record),
      deed(ids.length + 1, 'notice.issue', issue, at('2026-09-11')),
    ]);
    const answer = (seq: number, findingId: string, day: string) =>
      deed(
        seq,
        'reply.submit',
        { id: uuidv7(), findingId, text: '已整改', files: [], photo: null, way: 'account' },
        at(day),
      );
    const until = '2026-10-30';
    const asked = uuidv7();
    await does(unit, [
      answer(1, closed, '2026-09-14'),
      answer(2, returned, '2026-09-15'),
      deed(
        3,
        'extension.ask',
        { id: asked, findingId: extended, reason: '等材料', until },
        at('2026-09-16'),
      ),
    ]);
    const deadline = { kind: 'days', days: 7 } as const;
    const look = { note: '', place: null, photos: [] };
    const verify = (seq: number, id: string, result: 'passed' | 'failed', day: string) =>
      deed(
        seq,
        'finding.verify',
        {
          id,
          recheckId: uuidv7(),
          result,
          ...look,
          deadline: result === 'failed' ? deadline : null,
        },
        at(day),
      );
    const code = { code: '01-01', codeName: '公用设施', note: '' };
    await does(supervisor, [
      verify(1, closed, 'passed', '2026-09-20'),
      verify(2, returned, 'failed', '2026-10-02'),
      deed(
        3,
        'extension.decide',
        { id: asked, granted: true, decision: '', until: null },
        at('2026-10-03'),
      ),
      deed(
        4,
        'finding.shelve',
        { id: shelved, reason: '待立项', reviewOn: '2026-12-01' },
        at('2026-10-05'),
      ),
      deed(5, 'finding.hand-off', { id: handed, handoffId: uuidv7(), ...code }, at('2026-10-06')),
      deed(6, 'finding.merge', { id: merged, into: returned }, at('2026-10-07')),
      deed(
        7,
        'finding.review',
        { id: shelved, result: 'resume', note: '', reviewOn: null, deadline },
        at('2026-11-10'),
      ),
    ]);
  }

  const read = async (month: string, who = supervisor) => {
    const answer = await who.ask(`/api/statements?unit=${UNIT}&month=${month}`);
    expect(answer.status, answer.text).toBe(200);
    return Statement.parse(answer.body);
  };
  const MONTHS = ['2026-08', '2026-09', '2026-10', '2026-11'] as const;

  test('each month adds up and begins where the one before has ended', async () => {
    let before = 0;
    for (const month of MONTHS) {
      const { sums } = await read(month);
      const came = INCOMING.reduce((sum, cause) => sum + sums[cause], 0);
      const went = OUTGOING.reduce((sum, cause) => sum + sums[cause], 0);
      expect(sums.opening).toBe(before);
      expect(sums.opening + came - went).toBe(sums.closing);
      before = sums.closing;
    }
  });

  test('says what came and went in each month', async () => {
    expect((await read('2026-09')).sums).toMatchObject({ assigned: 7, closed: 1, closing: 6 });
    expect((await read('2026-10')).sums).toMatchObject({
      opening: 6,
      shelved: 1,
      'handed-off': 1,
      voided: 1,
      closing: 3,
    });
    expect((await read('2026-11')).sums).toMatchObject({ opening: 3, back: 1, closing: 4 });
  });

  test('ends where the problems stand today', async () => {
    const { lines } = await read('2026-11');
    const { store, rows } = server.context;
    const states = new Map(
      (await rows.getMany(store.db, 'finding', ids)).map(({ row }) => [row.id, row.state]),
    );
    for (const line of lines) expect([line.id, line.state]).toEqual([line.id, states.get(line.id)]);
  });

  test('states of a past month are those of its end, its deadlines too', async () => {
    const line = async (month: string, id: string) =>
      (await read(month)).lines.find((one) => one.id === id);
    expect(await line('2026-09', returned)).toMatchObject({ state: 'replied', rework: 0 });
    expect(await line('2026-10', returned)).toMatchObject({
      state: 'returned',
      rework: 1,
      late: true,
    });
    const noticed = (await line('2026-09', extended))?.dueAt ?? 0;
    expect(noticed).toBeLessThan(at('2026-10-01'));
    expect(await line('2026-09', extended)).toMatchObject({ late: true });
    expect(await line('2026-10', extended)).toMatchObject({
      dueAt: at('2026-10-30', 18),
      late: true,
    });
    expect(await line('2026-09', shelved)).toMatchObject({ state: 'assigned', dueAt: noticed });
  });

  test('is the office’s and the unit’s own; nobody else reads it, and no month to come is made up', async () => {
    expect(await read('2026-10', unit)).toEqual(await read('2026-10'));
    const ask = async (who: RawClient, query: string) =>
      (await who.ask(`/api/statements?${query}`)).status;
    expect(await ask(unit, 'unit=U05&month=2026-10')).toBe(403);
    expect(await ask(new RawClient(server.url), 'unit=U04&month=2026-10')).toBe(401);
    expect(await ask(supervisor, 'unit=U04&month=2026-12')).toBe(400);
    expect(await ask(supervisor, 'unit=U04&month=2026-13')).toBe(400);
    expect(await ask(supervisor, 'unit=nobody&month=2026-10')).toBe(404);
  });

  test('the workbook says the same as the paper', async () => {
    const response = await fetch(`${server.url}/api/statements.xlsx?unit=${UNIT}&month=2026-10`, {
      headers: { cookie: unit.cookie },
    });
    const [sheet] = await readXlsxFile(Buffer.from(await response.arrayBuffer()));
    const { sums, lines } = await read('2026-10');
    const row = sheet?.data[2] ?? [];
    expect([row[0], row[8]]).toEqual([sums.opening, sums.closing]);
    expect(sheet?.data.slice(5).map((line) => line[3])).toEqual(lines.map(({ text }) => text));
  });
});
