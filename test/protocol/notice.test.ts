import { beforeEach, expect, test } from 'vitest';
import { sayDateHour } from '../../src/domain/civil.ts';
import { sayNumber } from '../../src/domain/notice-number.ts';
import { inventory } from '../support/memory-tx.ts';
import {
  issueArgs,
  MORNING,
  recordArgs,
  type SmallCity,
  SUPERVISOR,
  smallCity,
  uuid,
} from '../support/rule-city.ts';

let city: SmallCity;
beforeEach(async () => {
  city = smallCity();
  await city.does('finding.record', recordArgs);
});

const notice = (number = 20) => city.shelves.notice.get(uuid(number));
const finding = () => city.shelves.finding.get(uuid(10));
const voidArgs = { id: uuid(20), reason: '单位写错' };
const number = (seq: number) => ({ agency: '榆文明督', year: 2023, seq });

test('a notice carries its findings, its number and its deadline', async () => {
  expect(await city.does('notice.issue', issueArgs)).toEqual({ ok: true });
  expect(notice()).toMatchObject({
    number: number(142),
    unitName: '榆林市市城管执法局',
    findingIds: [uuid(10)],
    state: 'issued',
    issuedAt: MORNING,
  });
  expect(sayDateHour(notice()?.dueAt ?? 0)).toBe('2023年11月10日18时');
  expect(finding()).toMatchObject({
    state: 'assigned',
    noticeId: uuid(20),
    dueAt: notice()?.dueAt,
  });
  const lines = [...city.shelves.event.values()].map((event) => `${event.kind} ${event.detail}`);
  expect(lines).toEqual([
    'recorded 路面有积水',
    'assigned 榆文明督〔2023〕142号',
    'issued 榆文明督〔2023〕142号',
  ]);
});

test.each([
  ['notice-empty', { findingIds: [] }],
  ['unit-missing', { unitId: 'U404' }],
  ['round-missing', { roundId: 'R404' }],
  ['team-missing', { teamId: 'T404' }],
  ['finding-missing', { findingIds: [uuid(10), uuid(404)] }],
  ['finding-other-unit', { unitId: 'U03' }],
  ['deadline-passed', { deadline: { kind: 'date', date: '2023-11-06' } }],
  ['calendar-missing', { deadline: { kind: 'days', days: 90 } }],
] as const)('an issue is refused as %s, and leaves no trace', async (reason, change) => {
  const before = inventory(city.shelves);
  const outcome = await city.does('notice.issue', {
    ...issueArgs,
    ...change,
    findingIds: [...('findingIds' in change ? change.findingIds : issueArgs.findingIds)],
  });
  expect(outcome).toMatchObject({ ok: false, reason });
  expect(inventory(city.shelves)).toEqual(before);
  expect(city.register.used.size).toBe(0);
});

test('a notice carries findings of its own round, in the name of a group of that round', async () => {
  city.openSecondRound();
  const before = inventory(city.shelves);
  const second = { ...issueArgs, roundId: 'R2', teamId: 'T2' };
  expect(await city.does('notice.issue', second)).toMatchObject({
    reason: 'finding-other-round',
    detail: '路面有积水',
  });
  expect(await city.does('notice.issue', { ...issueArgs, teamId: 'T2' })).toMatchObject({
    reason: 'team-missing',
  });
  expect(inventory(city.shelves)).toEqual(before);
});

test('who leads may put several groups’ findings on one notice, but never only another’s', async () => {
  const team = city.shelves.team.get('T1');
  if (team) city.put('team', { ...team, id: 'T3', pointIds: ['P9'] });
  const other = { ...recordArgs, id: uuid(11), pointId: 'P9' };
  expect(await city.does('finding.record', other)).toEqual({ ok: true });
  expect(await city.does('notice.issue', { ...issueArgs, teamId: 'T3' })).toMatchObject({
    reason: 'finding-other-team',
  });
  const both = { ...issueArgs, findingIds: [uuid(10), uuid(11)] };
  expect(await city.does('notice.issue', both, { actor: SUPERVISOR })).toEqual({ ok: true });
});

test('what was found in a round is put on a notice after the round has ended, too', async () => {
  const round = city.shelves.round.get('R1');
  if (round) city.put('round', { ...round, state: 'closed' });
  expect(await city.does('notice.issue', issueArgs)).toEqual({ ok: true });
});

test('the refusal of a year that is not loaded names the year', async () => {
  expect(
    await city.does('notice.issue', { ...issueArgs, deadline: { kind: 'days', days: 90 } }),
  ).toMatchObject({ detail: '2024年放假安排未载入' });
});

test('a finding on two notices is refused with the other one’s number', async () => {
  await city.does('notice.issue', issueArgs);
  const second = { ...issueArgs, id: uuid(21), number: number(143) };
  expect(await city.does('notice.issue', second)).toMatchObject({
    reason: 'finding-already-noticed',
    detail: '“路面有积水”已列入 榆文明督〔2023〕142号',
  });
  expect(notice(21)).toBeUndefined();
  expect([...city.register.used.keys()]).toEqual(['榆文明督〔2023〕142号']);
});

test('a notice issued twice is issued once', async () => {
  await city.does('notice.issue', issueArgs);
  expect(await city.does('notice.issue', issueArgs)).toMatchObject({ reason: 'notice-exists' });
  expect(city.shelves.notice.size).toBe(1);
});

test('a finding named twice is listed once', async () => {
  await city.does('notice.issue', { ...issueArgs, findingIds: [uuid(10), uuid(10)] });
  expect(notice()?.findingIds).toEqual([uuid(10)]);
});

test('a number that was used is not taken again', async () => {
  await city.does('notice.issue', issueArgs);
  await city.does('finding.record', { ...recordArgs, id: uuid(11) });
  const before = inventory(city.shelves);
  const second = { ...issueArgs, id: uuid(21), findingIds: [uuid(11)] };
  expect(await city.does('notice.issue', second)).toMatchObject({ reason: 'number-used' });
  expect(inventory(city.shelves)).toEqual(before);
});

test('with no number left a notice is issued all the same, as 编号待定', async () => {
  await city.does('notice.issue', { ...issueArgs, number: null });
  expect(notice()).toMatchObject({ number: null, state: 'issued' });
  const second = { ...issueArgs, id: uuid(21), number: number(143) };
  expect(await city.does('notice.issue', second)).toMatchObject({
    detail: '“路面有积水”已列入 编号待定',
  });
});

test('a finding that was voided is not put on a notice', async () => {
  await city.does('finding.void', { id: uuid(10), reason: '误判' }, { actor: SUPERVISOR });
  expect(await city.does('notice.issue', issueArgs)).toMatchObject({
    reason: 'state-changed',
    detail: '“路面有积水”现为作废（督查负责人，11月7日 10:00）',
  });
});

test('a voided notice keeps its number in the register and gives its findings back', async () => {
  await city.does('notice.issue', issueArgs);
  expect(await city.does('notice.void', voidArgs, { actor: SUPERVISOR })).toEqual({ ok: true });
  expect(notice()).toMatchObject({
    state: 'voided',
    voidReason: '单位写错',
    voidedAt: MORNING,
    number: number(142),
  });
  expect(finding()).toMatchObject({ state: 'recorded', noticeId: null, dueAt: null });
  expect([...city.register.voided]).toEqual([[sayNumber(number(142)), '单位写错']]);
  const corrected = { ...issueArgs, id: uuid(21), number: number(143) };
  expect(await city.does('notice.issue', corrected)).toEqual({ ok: true });
  expect(finding()?.noticeId).toBe(uuid(21));
});

test('a notice is voided once, and only one that there is', async () => {
  expect(await city.does('notice.void', voidArgs, { actor: SUPERVISOR })).toMatchObject({
    reason: 'notice-missing',
  });
  await city.does('notice.issue', issueArgs);
  await city.does('notice.void', voidArgs, { actor: SUPERVISOR });
  const again = { ...voidArgs, reason: '再来一次' };
  expect(await city.does('notice.void', again, { actor: SUPERVISOR })).toMatchObject({
    reason: 'notice-voided',
  });
  expect(notice()?.voidReason).toBe('单位写错');
});

test('a notice whose finding the unit has answered can no longer be voided', async () => {
  await city.does('notice.issue', issueArgs);
  const row = finding();
  if (row) city.put('finding', { ...row, state: 'replied' });
  const before = inventory(city.shelves);
  expect(await city.does('notice.void', voidArgs, { actor: SUPERVISOR })).toMatchObject({
    reason: 'state-changed',
    detail: '“路面有积水”现为已反馈（督查员一，11月7日 10:00）',
  });
  expect(inventory(city.shelves)).toEqual(before);
});
