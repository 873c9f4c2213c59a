/** What becomes of each of the year's problems, by its place: every way out, often enough to count. */
import { type FindingState, isOpen } from '../../../src/domain/finding-life.ts';

export const NOTICES = 142;
export const PROBLEMS = 584;

export const FATES = [
  'passed',
  'returned-twice',
  'extended',
  'refused-extension',
  'urged',
  'shelved',
  'shelf-closed',
  'shelf-resumed',
  'handed-off',
  'platform-closed',
  'platform-declined',
  'voided',
  'merged',
  'waiting',
  'replied',
  'unanswered',
] as const;
export type Fate = (typeof FATES)[number];

/** Most are put right; the rest takes turns. */
export function fateOf(nth: number): Fate {
  if (nth % 3 !== 0) return 'passed';
  return FATES[(nth / 3) % FATES.length] ?? 'passed';
}

/** Where each ends. */
export const ENDS: Readonly<Record<Fate, FindingState>> = {
  passed: 'closed',
  'returned-twice': 'closed',
  extended: 'closed',
  'refused-extension': 'closed',
  urged: 'closed',
  shelved: 'shelved',
  'shelf-closed': 'closed',
  'shelf-resumed': 'closed',
  'handed-off': 'handed-off',
  'platform-closed': 'closed',
  'platform-declined': 'closed',
  voided: 'voided',
  merged: 'voided',
  waiting: 'returned',
  replied: 'replied',
  unanswered: 'acknowledged',
};

/** Those that are answered and, at last, pass. */
export const ANSWERED: readonly Fate[] = [
  'passed',
  'returned-twice',
  'extended',
  'refused-extension',
  'urged',
  'shelf-resumed',
  'platform-declined',
  'waiting',
  'replied',
];

export interface Sum {
  readonly total: number;
  readonly closed: number;
  readonly active: number;
  readonly shelved: number;
  readonly handedOff: number;
  readonly voided: number;
}

/** 总数 = 已销号 + 在办 + 挂账 + 移交 + 作废. */
export function sumOf(states: readonly FindingState[]): Sum {
  const count = (state: FindingState) => states.filter((one) => one === state).length;
  const [shelved, handedOff] = [count('shelved'), count('handed-off')];
  const open = states.filter(isOpen).length;
  return {
    total: states.length,
    closed: count('closed'),
    active: open - shelved - handedOff,
    shelved,
    handedOff,
    voided: count('voided'),
  };
}
