/** 催办督办 as the desk sees it: by unit, with the letters that are suggested, and the month's prompts. */
import { expect, test } from 'vitest';
import { chosenOf, kindsOffered, offeringsOf } from '../../src/client/screens/urge/letter-draft.ts';
import { monthlyWork, sayPrompt } from '../../src/client/screens/urge/monthly-drafts.ts';
import {
  byUnit,
  filterLines,
  stepPath,
  urgeLines,
} from '../../src/client/screens/urge/urge-lists.ts';
import { workCalendar } from '../../src/domain/calendar.ts';
import { instantOf } from '../../src/domain/civil.ts';
import type { FindingRow, LetterRow } from '../../src/protocol/rows/index.ts';
import { YEAR_2023 } from '../support/calendar-2023.ts';
import { letterArgs } from '../support/letters.ts';
import { recordArgs, smallCity, uuid } from '../support/rule-city.ts';

const at = (day: string, hour = 18) => instantOf(day, hour);
const NOW = at('2023-11-17', 9);
const reckoning = { now: NOW, calendar: workCalendar([YEAR_2023]), soonDays: 3 };
const PASSED = at('2023-11-16');
const sent = (level: 'urge' | 'supervise') => {
  return { level, letterId: uuid(60), at: PASSED - 1, dueAt: PASSED };
};

async function findingsOf(over: readonly Partial<FindingRow>[]): Promise<FindingRow[]> {
  const city = smallCity();
  await city.does('finding.record', recordArgs);
  const row = city.shelves.finding.get(recordArgs.id);
  if (!row) throw new Error('nothing was recorded');
  const due = { state: 'assigned', dueAt: at('2023-11-10'), noticeId: 'N1' } as const;
  return over.map((change, nth) => ({ ...row, ...due, id: uuid(100 + nth), ...change }));
}

const notices = new Map([
  ['N1', { number: { agency: '榆文明督', year: 2023, seq: 142 } }],
  ['N2', { number: { agency: '榆文明督', year: 2023, seq: 143 } }],
]);

async function desk() {
  const findings = await findingsOf([
    { unitId: 'U1' },
    { unitId: 'U1', urge: sent('urge') },
    { unitId: 'U1', urge: sent('urge'), noticeId: 'N2' },
    { unitId: 'U1', urge: sent('supervise') },
    { unitId: 'U2', dueAt: at('2023-11-20') },
    { unitId: 'U2', state: 'replied' },
  ]);
  return urgeLines(findings, notices, reckoning);
}

test('each unit has the letters that are suggested, the hardest word first, one 督办通知 a notice', async () => {
  const [one, two] = byUnit(await desk());
  expect(one?.steps.map(({ kind, noticeName, count }) => [kind, noticeName, count])).toEqual([
    ['bulletin', '榆文明督〔2023〕142号', 1],
    ['supervise', '榆文明督〔2023〕142号', 1],
    ['supervise', '榆文明督〔2023〕143号', 1],
    ['urge', '榆文明督〔2023〕142号', 1],
  ]);
  expect(one?.steps.map(stepPath)[2]).toBe('/urge/letter?kind=supervise&unit=U1&notice=N2');
  expect(two?.steps.map(({ kind }) => kind)).toEqual(['remind']);
});

test('a letter names what it is suggested for; a 督办通知 of one notice alone', async () => {
  const lines = await desk();
  const urge = offeringsOf(lines, { unitId: 'U1', kind: 'urge', noticeId: null });
  expect(urge.lines).toHaveLength(4);
  expect(chosenOf(urge, [], []).map(({ finding }) => finding.id)).toEqual([uuid(100)]);
  expect(chosenOf(urge, [uuid(100)], [uuid(103)])).toHaveLength(1);
  const supervise = offeringsOf(lines, { unitId: 'U1', kind: 'supervise', noticeId: 'N2' });
  expect(supervise.lines.map(({ finding }) => finding.noticeId)).toEqual(['N2']);
  expect([...supervise.notices.keys()].sort()).toEqual(['N1', 'N2']);
  expect(kindsOffered(lines, 'U1')).toEqual(['urge', 'supervise', 'bulletin']);
  expect(kindsOffered(lines, 'U2')).toEqual(['remind']);
});

test('what is not suggested may be sent all the same: then all of it is meant', async () => {
  const lines = (await desk()).filter(({ next }) => next === 'urge');
  const bulletin = offeringsOf(lines, { unitId: 'U1', kind: 'bulletin', noticeId: null });
  expect(bulletin.suggested).toEqual([]);
  expect(chosenOf(bulletin, [], [])).toHaveLength(1);
});

test('search finds a unit, a number or words of the problem', async () => {
  const lines = await desk();
  const found = (search: string) =>
    filterLines(lines, { search, unitId: '' }, (id) => (id === 'U2' ? '市公安局' : id)).length;
  expect([found('公安'), found('143号'), found('积水 U1'), found('无此')]).toEqual([1, 1, 4, 0]);
});

test('the month’s prompts leave out who has had one, until that is void', async () => {
  const findings = await findingsOf([{ unitId: 'U1' }, { unitId: 'U2' }]);
  const args = letterArgs({
    id: uuid(70),
    kind: 'monthly',
    findingIds: [uuid(100)],
    issuedAt: NOW,
    month: '2023-11',
    unitId: 'U1',
  });
  const letter: LetterRow = {
    ...args,
    unitName: '',
    number: null,
    issuedAt: NOW,
    by: 'A2',
    byName: '',
    state: 'issued',
    voidReason: '',
    voidedAt: null,
  };
  const work = (letters: readonly LetterRow[]) =>
    monthlyWork('2023-11', { findings, checklists: [], letters }, reckoning);
  expect(work([letter]).drafts.map(({ unitId }) => unitId)).toEqual(['U2']);
  expect(work([letter]).issued).toHaveLength(1);
  expect(work([{ ...letter, state: 'voided' }]).drafts).toHaveLength(2);
  expect(work([{ ...letter, month: '2023-10' }]).drafts).toHaveLength(2);
  const [draft] = work([]).drafts;
  expect(draft && sayPrompt(draft)).toBe('超期 1');
});
