import { describe, expect, test } from 'vitest';
import { workCalendar } from '../../src/domain/calendar.ts';
import { instantOf } from '../../src/domain/civil.ts';
import { type MonthlyProblem, monthlyPrompts, monthsUpTo } from '../../src/domain/monthly.ts';
import { YEAR_2023 } from '../support/calendar-2023.ts';

const at = (date: string, hour = 18) => instantOf(date, hour);
const now = at('2023-11-14', 9);
const reckoning = { now, calendar: workCalendar([YEAR_2023]), soonDays: 3 };
const problem = (id: string, over: Partial<MonthlyProblem> = {}): MonthlyProblem => ({
  id,
  unitId: 'U1',
  state: 'assigned',
  dueAt: at('2023-12-20'),
  urge: null,
  recordedAt: at('2023-11-03', 10),
  itemText: null,
  text: `问题 ${id}`,
  ...over,
});
const prompts = (problems: readonly MonthlyProblem[], month = '2023-11') =>
  monthlyPrompts(problems, month, reckoning);

describe('a month’s prompts', () => {
  test('put each problem in one place: overdue before returned before due soon', () => {
    const [one] = prompts([
      problem('soon', { dueAt: at('2023-11-15') }),
      problem('late', { dueAt: at('2023-11-10') }),
      problem('sent-back', { state: 'returned', dueAt: at('2023-11-15') }),
      problem('sent-back-late', { state: 'returned', dueAt: at('2023-11-13') }),
      problem('far'),
      problem('answered', { state: 'replied', dueAt: at('2023-11-10') }),
    ]);
    expect(one).toMatchObject({
      soon: ['soon'],
      overdue: ['late', 'sent-back-late'],
      returned: ['sent-back'],
    });
  });

  test('are made only for a unit of which there is something to say, the heaviest first', () => {
    const late = { dueAt: at('2023-11-10') };
    const units = prompts([
      problem('a', { unitId: 'U1', ...late }),
      problem('b', { unitId: 'U2', ...late }),
      problem('c', { unitId: 'U2', ...late }),
      problem('d', { unitId: 'U3' }),
    ]).map(({ unitId }) => unitId);
    expect(units).toEqual(['U2', 'U1']);
  });

  test('name what was found again and again in that month, also where it is closed by now', () => {
    const item = { itemText: '公共设施完好，无破损', state: 'closed' } as const;
    const [one, ...more] = prompts([
      problem('a', item),
      problem('b', item),
      problem('c', { ...item, state: 'voided' }),
      problem('d', { ...item, recordedAt: at('2023-10-31', 10) }),
      problem('e', { text: '盲道被占用' }),
    ]);
    expect(more).toEqual([]);
    expect(one?.frequent).toEqual([{ text: '“公共设施完好，无破损”不符合', count: 2 }]);
    expect(prompts([problem('a', item), problem('b', item)], '2023-10')).toEqual([]);
  });
});

test('the months to choose from run back over the turn of a year', () => {
  expect(monthsUpTo(at('2024-02-01', 1), 4)).toEqual(['2024-02', '2024-01', '2023-12', '2023-11']);
});
