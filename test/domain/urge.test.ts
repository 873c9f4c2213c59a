import { describe, expect, test } from 'vitest';
import { workCalendar } from '../../src/domain/calendar.ts';
import { instantOf } from '../../src/domain/civil.ts';
import { URGE_LEVELS, type UrgeLevel } from '../../src/domain/letter.ts';
import {
  kindsFor,
  NEXT_STEP,
  nextStepOf,
  saysOverdue,
  URGE_STANDINGS,
  type Urged,
  urgeStandingOf,
} from '../../src/domain/urge.ts';
import { YEAR_2023 } from '../support/calendar-2023.ts';

const calendar = workCalendar([YEAR_2023]);
const at = (date: string, hour = 18) => instantOf(date, hour);
const DUE = at('2023-11-10');
const problem = (over: Partial<Urged> = {}): Urged => ({
  state: 'assigned',
  dueAt: DUE,
  urge: null,
  ...over,
});
const sent = (level: UrgeLevel, dueAt: number | null = null) => ({ urge: { level, dueAt } });
const step = (one: Urged, now: number) => nextStepOf(one, { now, calendar, soonDays: 3 });

test('the table of next steps', () => {
  const lines = URGE_STANDINGS.map((standing) => {
    const ladder = (['none', ...URGE_LEVELS] as const).map((level) => NEXT_STEP[standing][level]);
    return `${standing}: ${ladder.map((next) => next ?? '—').join(' ')}`;
  });
  expect(lines).toEqual([
    'soon: remind — — — —',
    'overdue: urge urge — — —',
    'twice: urge urge supervise bulletin —',
  ]);
});

describe('a problem goes up the ladder', () => {
  test('提示 before its deadline, 催办 after it', () => {
    expect(step(problem(), at('2023-11-06'))).toBeNull();
    expect(step(problem(), at('2023-11-08'))).toBe('remind');
    expect(step(problem(sent('remind')), at('2023-11-09'))).toBeNull();
    expect(step(problem(sent('remind')), at('2023-11-13'))).toBe('urge');
    expect(step(problem(), at('2023-11-13'))).toBe('urge');
  });

  test('督办单 and 通报 only once the term of the letter before has passed', () => {
    const urged = problem(sent('urge', at('2023-11-16')));
    expect(step(urged, at('2023-11-15'))).toBeNull();
    expect(step(urged, at('2023-11-17'))).toBe('supervise');
    const supervised = problem(sent('supervise', at('2023-11-22')));
    expect(step(supervised, at('2023-11-21'))).toBeNull();
    expect(step(supervised, at('2023-11-23'))).toBe('bulletin');
    expect(step(problem(sent('bulletin', at('2023-11-28'))), at('2023-11-29'))).toBeNull();
  });

  test('an extension that was granted begins the ladder anew', () => {
    const extended = problem({ dueAt: at('2023-11-24'), ...sent('urge', at('2023-11-16')) });
    expect(step(extended, at('2023-11-17'))).toBeNull();
    expect(step(extended, at('2023-11-27'))).toBe('urge');
  });

  test('who has asked for an extension is answered before anything is sent', () => {
    expect(step(problem({ extensionId: 'E1' }), at('2023-11-13'))).toBeNull();
  });

  test('nothing is to be sent to whom owes no answer', () => {
    for (const state of ['replied', 'closed', 'shelved', 'handed-off', 'voided'] as const) {
      expect(step(problem({ state }), at('2023-12-01'))).toBeNull();
    }
  });
});

test('what says overdue is offered for what is overdue, and nothing else', () => {
  for (const standing of URGE_STANDINGS) {
    for (const kind of kindsFor(standing)) expect(saysOverdue(kind)).toBe(standing !== 'soon');
  }
  expect(URGE_STANDINGS.flatMap((standing) => Object.values(NEXT_STEP[standing]))).toContain(
    'bulletin',
  );
});

test('every step that is suggested may be sent', () => {
  for (const standing of URGE_STANDINGS) {
    const steps = Object.values(NEXT_STEP[standing]).flatMap((next) => next ?? []);
    for (const next of steps) expect(kindsFor(standing)).toContain(next);
  }
});

test('the three lists', () => {
  const stands = (one: Urged, now: number) => urgeStandingOf(one, { now, calendar, soonDays: 3 });
  expect(stands(problem(), at('2023-11-08'))).toBe('soon');
  expect(stands(problem(), at('2023-11-11'))).toBe('overdue');
  expect(stands(problem(sent('urge', at('2023-11-16'))), at('2023-11-17'))).toBe('twice');
  expect(stands(problem(), at('2023-11-01'))).toBeNull();
});
