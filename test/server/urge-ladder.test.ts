/** One problem up the ladder by real deeds, and a month's prompts to every unit of the city. */
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workCalendar } from '../../src/domain/calendar.ts';
import type { LetterKind } from '../../src/domain/letter.ts';
import { nextStepOf } from '../../src/domain/urge.ts';
import { type City, deed, findingArgs, join, noticeArgs, rowsOf } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { letterArgs } from '../support/letters.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const ISSUED = Date.parse('2026-10-12T02:00:00Z');
const DAY = 86_400_000;

eachStore((kind) => {
  let server: TestServer;
  let person: RawClient;
  let desk: RawClient;
  let city: City;
  let units: string[] = [];
  let now = ISSUED;
  let seq = 0;

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh(), now: () => now });
    person = await RawClient.signIn(server.url, 'inspector1', server.password);
    desk = await RawClient.signIn(server.url, 'supervisor', server.password);
    const joined = await join(person);
    city = joined.city;
    units = rowsOf(joined.pulled, 'unit').map(({ id }) => id);
    await desk.sync();
  });
  afterAll(() => server.end());

  test('提示, 催办, 督办单, 通报: each is suggested in its turn, and stands in the history', async () => {
    const id = uuidv7();
    await person.another().sync();
    const client = person.another();
    await client.sync();
    await client.sync([
      deed(1, 'finding.record', findingArgs(city, { id }), now),
      deed(2, 'notice.issue', noticeArgs(city, [id]), now),
    ]);
    const calendar = workCalendar([{ year: 2026, holidays: [], workdays: [] }]);
    const climbed: (LetterKind | null)[] = [];
    const events: string[] = [];
    for (const [days, dueIn] of [
      [0, null],
      [2, 2],
      [5, 2],
      [8, 2],
      [11, 2],
    ] as const) {
      now = ISSUED + days * DAY;
      const [finding] = rowsOf(await desk.another().sync(), 'finding').filter(
        (one) => one.id === id,
      );
      const next = finding ? nextStepOf(finding, { now, calendar, soonDays: 3 }) : null;
      climbed.push(next);
      if (next === null) continue;
      seq += 1;
      const letter = letterArgs({
        id: uuidv7(),
        kind: next,
        findingIds: [id],
        issuedAt: now,
        dueAt: dueIn === null ? null : now + dueIn * DAY,
      });
      const answer = await desk.sync([deed(seq, 'letter.issue', letter, now)]);
      expect(answer.results[0]).toMatchObject({ status: 'applied' });
      events.push(
        ...rowsOf(answer, 'event')
          .filter(({ kind: what, subjectId, at }) => {
            return what === 'urged' && subjectId === id && at === now;
          })
          .map(({ detail }) => detail),
      );
    }
    expect(climbed).toEqual(['remind', 'urge', 'supervise', 'bulletin', null]);
    expect(events).toEqual([
      '提示 榆文明督办〔2026〕1号',
      '催办 榆文明督办〔2026〕2号',
      '督办单 榆文明督办〔2026〕3号',
      '通报 榆文明督办〔2026〕4号',
    ]);
  });

  test('a month’s prompts to every unit of the city are numbered one after the other', async () => {
    const letters = units.map((unitId, nth) => {
      const args = letterArgs({
        id: uuidv7(),
        kind: 'monthly',
        findingIds: [],
        issuedAt: now,
        month: '2026-10',
        unitId,
      });
      const frequent = [{ text: '盲道被占用', count: 2 }];
      const record = { ...args.record, frequent };
      return deed(seq + nth + 1, 'letter.issue', { ...args, record }, now);
    });
    const answer = await desk.sync(letters);
    seq += letters.length;
    expect(answer.results.every(({ status }) => status === 'applied')).toBe(true);
    const numbers = rowsOf(answer, 'letter')
      .filter(({ month }) => month === '2026-10')
      .map(({ number }) => [number?.agency, number?.seq] as const);
    expect(new Set(numbers.map(([agency]) => agency))).toEqual(new Set(['榆文明提']));
    expect(numbers.map(([, nth]) => nth ?? 0).sort((a, b) => a - b)).toEqual(
      units.map((_unit, nth) => nth + 1),
    );
    expect(units.length).toBe(68);
  });
});
