/**
 * What a person may do with a problem now, and why not what they may not. Asks the
 * tables that the server's rules are held to, so that no screen offers what would be
 * refused; nothing here moves a state.
 */
import { type FindingDeed, isOffered } from './finding-deeds.ts';
import type { FindingState } from './finding-life.ts';
import { mayDo, type Role } from './role.ts';

/** In the order in which they are offered. */
export const OFFERED = [
  'accept',
  'recheck',
  'return',
  'fix',
  'review',
  'hand-off',
  'shelve',
  'merge',
  'void',
] as const;
export type Offered = (typeof OFFERED)[number];

const DEEDS: Record<Offered, FindingDeed> = {
  accept: 'reply.accept',
  recheck: 'finding.verify',
  return: 'reply.return',
  fix: 'finding.fix',
  review: 'finding.review',
  'hand-off': 'finding.hand-off',
  shelve: 'finding.shelve',
  merge: 'finding.merge',
  void: 'finding.void',
};

const NAMES: Record<Offered, string> = {
  accept: '受理待复查',
  recheck: '复查',
  return: '退回整改',
  fix: '当场整改',
  review: '复核挂账',
  'hand-off': '移交数字城管',
  shelve: '挂账',
  merge: '合并重复',
  void: '作废',
};

export function sayOffered(deed: Offered): string {
  return NAMES[deed];
}

export interface Offer {
  readonly deed: Offered;
  /** Why it cannot be done now, in words; null where it can. */
  readonly why: string | null;
}

export interface Standing {
  readonly state: FindingState;
  readonly acceptedAt: number | null;
}

/** All deeds of the role, those that cannot be done now with the reason. */
export function offersTo(role: Role, finding: Standing): readonly Offer[] {
  return OFFERED.filter((deed) => mayDo(role, DEEDS[deed])).map((deed) => ({
    deed,
    why: whyNot(deed, finding, role),
  }));
}

function whyNot(deed: Offered, { state, acceptedAt }: Standing, role: Role): string | null {
  if (deed === 'accept' && acceptedAt !== null) return '已受理，正等复查';
  if (isOffered(DEEDS[deed], state, role)) return null;
  if (state === 'closed') return '问题已销号，不再变动';
  if (state === 'voided') return '问题已作废，不再变动';
  if (deed === 'review') return '问题没有挂账';
  if (deed === 'fix') return onlyBeforeNotice(state);
  return WAITING[state];
}

function onlyBeforeNotice(state: FindingState): string {
  return state === 'handed-off' || state === 'shelved'
    ? WAITING[state]
    : '已列入通知书，等责任单位反馈后复查';
}

/** What a problem waits for before anything else can be done with it. */
const WAITING: Record<Exclude<FindingState, 'closed' | 'voided'>, string> = {
  recorded: '还没有列入通知书，没有反馈',
  assigned: '责任单位还没有反馈',
  acknowledged: '责任单位还没有反馈',
  replied: '责任单位已反馈，先复查或退回',
  returned: '已退回，责任单位还没有重新反馈',
  'handed-off': '已移交数字城管，等结果回填',
  shelved: '已挂账，先复核挂账',
};
