import { beforeEach, describe, expect, test } from 'vitest';
import { instantOf } from '../../src/domain/civil.ts';
import { sayNumber } from '../../src/domain/notice-number.ts';
import { recordLetter, sectionOf } from '../../src/protocol/letter-record.ts';
import type { MutationArgs } from '../../src/protocol/mutations/index.ts';
import { NO_FONTS } from '../../src/protocol/rows/notice-record.ts';
import { letterArgs } from '../support/letters.ts';
import { inventory, memoryTx } from '../support/memory-tx.ts';
import {
  issueArgs,
  recordArgs,
  type SmallCity,
  SUPERVISOR,
  smallCity,
  uuid,
} from '../support/rule-city.ts';

/** The notice is due on 2023-11-10 at 18. */
const SOON = instantOf('2023-11-09', 9);
const LATE = instantOf('2023-11-13', 9);
const TERM = instantOf('2023-11-16', 18);
const TWICE = instantOf('2023-11-17', 9);

let city: SmallCity;
beforeEach(async () => {
  city = smallCity();
  await city.does('finding.record', recordArgs);
  await city.does('finding.record', { ...recordArgs, id: uuid(11), text: '井盖缺失' });
  await city.does('notice.issue', { ...issueArgs, findingIds: [uuid(10), uuid(11)] });
});

type Args = MutationArgs['letter.issue'];
const issue = (args: Args, at: number) =>
  city.does('letter.issue', args, { actor: SUPERVISOR, at });
const letter = (change: Partial<Parameters<typeof letterArgs>[0]> = {}) =>
  letterArgs({
    id: uuid(60),
    kind: 'urge',
    findingIds: [uuid(10)],
    issuedAt: LATE,
    dueAt: TERM,
    ...change,
  });
const finding = (number = 10) => city.shelves.finding.get(uuid(number));
const row = (number = 60) => city.shelves.letter.get(uuid(number));

describe('a letter', () => {
  test('bears the next number of its series, and stands with every problem that it names', async () => {
    expect(await issue(letter({ findingIds: [uuid(10), uuid(11)] }), LATE)).toEqual({ ok: true });
    expect(row()).toMatchObject({ number: { agency: '榆文明催', seq: 1 }, state: 'issued' });
    for (const one of [finding(10), finding(11)]) {
      expect(one?.urge).toEqual({ level: 'urge', letterId: uuid(60), at: LATE, dueAt: TERM });
      // It moves no state and no deadline.
      expect(one).toMatchObject({ state: 'assigned', dueAt: instantOf('2023-11-10', 18) });
    }
    const urged = [...city.shelves.event.values()].filter(({ kind }) => kind === 'urged');
    expect(urged.map(({ subjectId, detail }) => [subjectId, detail])).toEqual([
      [uuid(10), '催办 榆文明催〔2023〕1号'],
      [uuid(11), '催办 榆文明催〔2023〕1号'],
    ]);
  });

  test.each([
    ['letter-empty', letter({ findingIds: [] }), LATE],
    ['letter-early', letter(), SOON],
    ['malformed', letter({ dueAt: null }), LATE],
    ['malformed', letter({ kind: 'remind', dueAt: TERM }), SOON],
    ['deadline-passed', letter({ dueAt: LATE }), LATE],
    ['finding-other-unit', letter({ unitId: 'U03' }), LATE],
    ['malformed', { ...letter(), dueAt: TERM + 1 }, LATE],
    ['malformed', letter({ month: '2023-11' }), LATE],
    ['malformed', letter({ kind: 'monthly', dueAt: null, month: '2023-12' }), LATE],
  ] as const)('is refused as %s, and leaves no trace', async (reason, args, at) => {
    const before = inventory(city.shelves);
    expect(await issue(args, at)).toMatchObject({ ok: false, reason });
    expect(inventory(city.shelves)).toEqual(before);
    expect(city.register.drawn.size).toBe(0);
  });

  test('of a problem that the unit has answered meanwhile is refused with its state', async () => {
    const answered = finding();
    if (answered) city.put('finding', { ...answered, state: 'replied' });
    expect(await issue(letter(), LATE)).toMatchObject({ reason: 'state-changed' });
  });

  test('of a problem that was extended meanwhile is refused: it is not overdue', async () => {
    const extended = finding();
    if (extended) city.put('finding', { ...extended, dueAt: TERM });
    expect(await issue(letter(), LATE)).toMatchObject({ reason: 'letter-early' });
  });

  test('that is a 督办通知 is about one notice', async () => {
    await city.does('finding.record', { ...recordArgs, id: uuid(12) });
    const number = { agency: '榆文明督', year: 2023, seq: 143 };
    await city.does('notice.issue', {
      ...issueArgs,
      id: uuid(21),
      findingIds: [uuid(12)],
      number,
    });
    const both = { findingIds: [uuid(10), uuid(12)] };
    expect(await issue(letter({ kind: 'supervise', ...both }), LATE)).toMatchObject({
      reason: 'letter-notices',
    });
    expect(await issue(letter(both), LATE)).toEqual({ ok: true });
  });
});

describe('a voided letter', () => {
  const voidArgs = { id: uuid(61), reason: '单位写错' };
  const voids = () => city.does('letter.void', voidArgs, { actor: SUPERVISOR, at: TWICE });

  test('keeps its number with the reason, and its problem is as urgent as before it', async () => {
    await issue(letter(), LATE);
    const later = { id: uuid(61), kind: 'supervise', issuedAt: TWICE, dueAt: TWICE + 1e8 } as const;
    await issue(letter(later), TWICE);
    expect(finding()?.urge?.level).toBe('supervise');
    expect(await voids()).toEqual({ ok: true });
    expect(finding()?.urge).toEqual({ level: 'urge', letterId: uuid(60), at: LATE, dueAt: TERM });
    const number = row(61)?.number;
    expect([...city.register.voided]).toEqual([[number && sayNumber(number), '单位写错']]);
    expect(await voids()).toMatchObject({ reason: 'letter-voided' });
  });
});

describe('a 月度提示', () => {
  const monthly = (id: number) =>
    letter({ id: uuid(id), kind: 'monthly', dueAt: null, month: '2023-11' });

  test('is issued once a month for a unit, unless the former is void', async () => {
    expect(await issue(monthly(70), LATE)).toEqual({ ok: true });
    expect(row(70)?.number).toMatchObject({ agency: '榆文明提', seq: 1 });
    expect(finding()?.urge).toBeNull();
    expect(await issue(monthly(71), LATE)).toMatchObject({ reason: 'letter-month' });
    await city.does('letter.void', { id: uuid(70), reason: '数字有误' }, { actor: SUPERVISOR });
    expect(await issue(monthly(71), LATE)).toEqual({ ok: true });
    expect(row(71)?.number).toMatchObject({ seq: 2 });
  });

  test('may name what was found often and nothing else, but not nothing', async () => {
    const bare = letter({
      id: uuid(72),
      kind: 'monthly',
      dueAt: null,
      month: '2023-11',
      findingIds: [],
    });
    expect(await issue(bare, LATE)).toMatchObject({ reason: 'letter-empty' });
    const frequent = [{ text: '盲道被占用', count: 3 }];
    const often = { ...bare, record: { ...bare.record, frequent } };
    expect(await issue(often, LATE)).toEqual({ ok: true });
  });
});

describe('the record of a letter', () => {
  const recorded = async (kind: Args['kind'], at: number) => {
    const office = city.shelves.office.get('O1');
    if (!office) throw new Error('no office');
    return recordLetter(memoryTx(city.shelves), {
      kind,
      edition: 1,
      fonts: NO_FONTS,
      office,
      unit: { id: 'U04', name: '榆林市市城管执法局' },
      month: '',
      findingIds: [uuid(10)],
      issuedAt: at,
      dueAt: TERM,
      closing: ' 请一并报送责任人 ',
      frequent: [],
    });
  };

  test('says of each problem on which notice it is and since when it is due', async () => {
    const record = await recorded('urge', LATE);
    expect(record).toMatchObject({ unitName: '榆林市市城管执法局', demand: '请一并报送责任人' });
    expect(record.problems).toMatchObject([
      {
        text: '路面有积水',
        noticeNumber: { seq: 142 },
        dueAt: instantOf('2023-11-10', 18),
        section: 'overdue',
      },
    ]);
    expect(record.former).toBeUndefined();
  });

  test('of a 通报 names what was sent before and still stands', async () => {
    await issue(letter(), LATE);
    await issue(letter({ id: uuid(61), issuedAt: LATE + 1, findingIds: [uuid(11)] }), LATE + 1);
    await issue(letter({ id: uuid(62), issuedAt: LATE + 2 }), LATE + 2);
    await city.does('letter.void', { id: uuid(62), reason: '写错' }, { actor: SUPERVISOR });
    const { former } = await recorded('bulletin', TWICE);
    expect(former).toEqual([{ kind: 'urge', number: row(60)?.number, issuedAt: LATE }]);
  });

  test('puts past due before sent back', () => {
    const due = instantOf('2023-11-10', 18);
    expect(sectionOf({ state: 'returned', dueAt: due }, LATE)).toBe('overdue');
    expect(sectionOf({ state: 'returned', dueAt: due }, SOON)).toBe('returned');
    expect(sectionOf({ state: 'assigned', dueAt: due }, SOON)).toBe('soon');
  });
});
