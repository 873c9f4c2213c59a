import { expect, test } from 'vitest';
import { type Answer, sayVerdict, tally, VERDICTS } from '../../src/domain/answer.ts';
import { sayNumber } from '../../src/domain/notice-number.ts';
import { distanceM, sayDistance } from '../../src/domain/place.ts';
import { progressOf, sayProgress } from '../../src/domain/point-progress.ts';
import { ACTIONS, mayDo, ROLES, sayRole } from '../../src/domain/role.ts';

test('a number has hexagonal brackets, no leading zeros and no 第', () => {
  expect(sayNumber({ agency: '榆文明督', year: 2023, seq: 142 })).toBe('榆文明督〔2023〕142号');
  expect(sayNumber({ agency: '榆文明督', year: 2024, seq: 7 })).toBe('榆文明督〔2024〕7号');
});

test('who may do what', () => {
  const table = ACTIONS.map(
    (action) =>
      `${action}: ${ROLES.filter((role) => mayDo(role, action))
        .map(sayRole)
        .join(' ')}`,
  );
  expect(`\n${table.join('\n')}\n`).toMatchInlineSnapshot(`
    "
    inspection.start: 督查员 督查负责人
    inspection.answer: 督查员 督查负责人
    inspection.finish: 督查员 督查负责人
    finding.record: 督查员 督查负责人
    finding.amend: 督查员 督查负责人
    finding.void: 督查负责人
    finding.merge: 督查负责人
    finding.fix: 督查员 督查负责人
    finding.verify: 督查员 督查负责人
    finding.shelve: 督查负责人
    finding.review: 督查负责人
    finding.hand-off: 督查员 督查负责人
    handoff.send: 督查负责人
    handoff.settle: 督查负责人
    notice.issue: 督查员 督查负责人
    notice.void: 督查负责人
    notice.deliver: 督查员 督查负责人
    notice.redeliver: 督查负责人
    notice.acknowledge: 责任单位
    reply.submit: 督查负责人 责任单位
    reply.accept: 督查负责人
    reply.return: 督查负责人
    extension.ask: 责任单位
    extension.decide: 督查负责人
    letter.issue: 督查负责人
    letter.void: 督查负责人
    photo.forgo: 督查员 督查负责人
    refused.decide: 督查员 督查负责人 责任单位 管理员
    "
  `);
});

const answer = (verdict: Answer['verdict']): Answer => ({
  verdict,
  reason: null,
  count: null,
  note: '',
  at: 0,
});

test('a tally counts each verdict and names what is open, in the checklist’s order', () => {
  const answers = { b: answer('unmet'), d: answer('na'), gone: answer('met') };
  expect(tally(['a', 'b', 'c', 'd'], answers)).toEqual({
    answered: 2,
    total: 4,
    by: { met: 0, mostly: 0, unmet: 1, na: 1 },
    open: ['a', 'c'],
  });
});

test('the four answers carry the names that the office uses', () => {
  expect(VERDICTS.map(sayVerdict)).toEqual(['符合', '基本符合', '不符合', '不适用']);
});

test('a point is done with one finished visit, even where a second one has begun', () => {
  expect(progressOf([])).toBe('todo');
  expect(progressOf([{ finishedAt: null }])).toBe('doing');
  expect(progressOf([{ finishedAt: 5 }, { finishedAt: null }])).toBe('done');
  expect(sayProgress('done')).toBe('已查');
});

test('distances are great-circle metres', () => {
  const tower = { lon: 109.7341, lat: 38.2858 };
  expect(distanceM(tower, tower)).toBe(0);
  // One minute of latitude is a nautical mile, give or take 0.2 %.
  expect(distanceM(tower, { ...tower, lat: tower.lat + 1 / 60 })).toBeCloseTo(1853, -1);
  expect(distanceM({ lon: 0, lat: 0 }, { lon: 180, lat: 0 })).toBeCloseTo(20_015_115, -2);
});

test.each([
  [3, '10 m'],
  [484, '480 m'],
  [994, '990 m'],
  [996, '1.0 km'],
  [1_260, '1.3 km'],
  [120_400, '120 km'],
])('%d metres are said as %s', (metres, said) => {
  expect(sayDistance(metres)).toBe(said);
});
