import { beforeEach, expect, test } from 'vitest';
import { inventory } from '../support/memory-tx.ts';
import {
  answerArgs,
  MORNING,
  type SmallCity,
  smallCity,
  startArgs,
  uuid,
} from '../support/rule-city.ts';

let city: SmallCity;
beforeEach(() => {
  city = smallCity();
});

const row = () => city.shelves.inspection.get(uuid(1));

test('an inspection keeps the edition of the checklist and the group that walks the point', async () => {
  expect(await city.does('inspection.start', startArgs)).toEqual({ ok: true });
  expect(row()).toMatchObject({
    teamId: 'T1',
    checklistId: 'C01@1',
    byName: '督查员一',
    startedAt: MORNING,
    finishedAt: null,
    answers: {},
  });
});

test.each([
  ['point-missing', { pointId: 'P404' }],
  ['checklist-missing', { checklistId: 'C404@1' }],
  ['checklist-other-category', { checklistId: 'C02@1' }],
  ['round-closed', { roundId: 'R404' }],
  ['point-not-in-round', { pointId: 'P9' }],
])('a start is refused as %s', async (reason, change) => {
  const before = inventory(city.shelves);
  expect(await city.does('inspection.start', { ...startArgs, ...change })).toMatchObject({
    ok: false,
    reason,
  });
  expect(inventory(city.shelves)).toEqual(before);
});

test('the same start twice is one inspection', async () => {
  await city.does('inspection.start', startArgs);
  const again = await city.does('inspection.start', startArgs);
  expect(again).toMatchObject({ ok: false, reason: 'inspection-exists' });
  expect(city.shelves.inspection.size).toBe(1);
});

test('an answer is kept with its count, note and time, and can be taken back', async () => {
  await city.does('inspection.start', startArgs);
  await city.does('inspection.answer', { ...answerArgs, note: '东口' });
  expect(row()?.answers['C01-01']).toEqual({
    verdict: 'unmet',
    reason: null,
    count: 2,
    note: '东口',
    at: MORNING,
  });
  await city.does('inspection.answer', { ...answerArgs, verdict: null });
  expect(row()?.answers).toEqual({});
});

test('不适用 says why; any other answer carries no such reason', async () => {
  await city.does('inspection.start', startArgs);
  const na = { ...answerArgs, verdict: 'na', count: null } as const;
  expect(await city.does('inspection.answer', na)).toMatchObject({
    reason: 'answer-reason-missing',
  });
  expect(row()?.answers).toEqual({});
  await city.does('inspection.answer', { ...na, reason: '不在观测范围' });
  expect(row()?.answers['C01-01']?.reason).toBe('不在观测范围');
  await city.does('inspection.answer', { ...answerArgs, verdict: 'met', reason: '不在观测范围' });
  expect(row()?.answers['C01-01']?.reason).toBeNull();
});

test('of two devices’ answers the later tap stands, whichever arrives last', async () => {
  await city.does('inspection.start', startArgs);
  await city.does('inspection.answer', { ...answerArgs, verdict: 'met' }, { at: MORNING + 60_000 });
  await city.does('inspection.answer', { ...answerArgs, verdict: 'unmet' }, { at: MORNING });
  expect(row()?.answers['C01-01']?.verdict).toBe('met');
});

test('an answer needs its inspection, its item and an inspection that is still open', async () => {
  expect(await city.does('inspection.answer', answerArgs)).toMatchObject({
    reason: 'inspection-missing',
  });
  await city.does('inspection.start', startArgs);
  expect(await city.does('inspection.answer', { ...answerArgs, itemId: 'C09-01' })).toMatchObject({
    reason: 'item-missing',
  });
  for (const itemId of ['C01-01', 'C01-02']) {
    await city.does('inspection.answer', { ...answerArgs, itemId, verdict: 'met' });
  }
  await city.does('inspection.finish', { id: uuid(1) });
  expect(await city.does('inspection.answer', answerArgs)).toMatchObject({
    reason: 'inspection-finished',
  });
  expect(row()?.answers['C01-01']?.verdict).toBe('met');
});

test('an inspection is finished once, with every item answered', async () => {
  expect(await city.does('inspection.finish', { id: uuid(1) })).toMatchObject({
    reason: 'inspection-missing',
  });
  await city.does('inspection.start', startArgs);
  await city.does('inspection.answer', answerArgs);
  expect(await city.does('inspection.finish', { id: uuid(1) })).toMatchObject({
    reason: 'inspection-unanswered',
    detail: '还有 1 项',
  });
  await city.does('inspection.answer', { ...answerArgs, itemId: 'C01-02' });
  await city.does('inspection.finish', { id: uuid(1) }, { at: MORNING + 1_000 });
  await city.does('inspection.finish', { id: uuid(1) }, { at: MORNING + 9_000 });
  expect(row()?.finishedAt).toBe(MORNING + 1_000);
});
