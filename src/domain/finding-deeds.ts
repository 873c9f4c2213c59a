/**
 * What a person may do with a problem now, and why not what they may not. Asks the two
 * tables that the server asks (a problem's life, roles), so that no screen offers what
 * would be refused; nothing here moves a state.
 */
import { afterEvent, type FindingEvent, type FindingState } from './finding-life.ts';
import { type Action, mayDo, type Role } from './role.ts';

/** In the order in which they are offered. */
export const FINDING_DEEDS = [
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
export type FindingDeed = (typeof FINDING_DEEDS)[number];

const DEEDS: Record<FindingDeed, { readonly action: Action; readonly event: FindingEvent }> = {
  accept: { action: 'reply.accept', event: 'accept' },
  recheck: { action: 'finding.verify', event: 'pass' },
  return: { action: 'reply.return', event: 'return' },
  fix: { action: 'finding.fix', event: 'fix-on-spot' },
  review: { action: 'finding.review', event: 'shelf-kept' },
  'hand-off': { action: 'finding.hand-off', event: 'hand-off' },
  shelve: { action: 'finding.shelve', event: 'shelve' },
  merge: { action: 'finding.merge', event: 'merge' },
  void: { action: 'finding.void', event: 'void' },
};

const NAMES: Record<FindingDeed, string> = {
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

export function sayFindingDeed(deed: FindingDeed): string {
  return NAMES[deed];
}

export interface Offer {
  readonly deed: FindingDeed;
  /** Why it cannot be done now, in words; null where it can. */
  readonly why: string | null;
}

export interface Standing {
  readonly state: FindingState;
  readonly acceptedAt: number | null;
}

/** All deeds of the role, those that cannot be done now with the reason. */
export function offersTo(role: Role, finding: Standing): readonly Offer[] {
  return FINDING_DEEDS.filter((deed) => mayDo(role, DEEDS[deed].action)).map((deed) => ({
    deed,
    why: whyNot(deed, finding),
  }));
}

function whyNot(deed: FindingDeed, { state, acceptedAt }: Standing): string | null {
  if (deed === 'accept' && acceptedAt !== null) return '已受理，正等复查';
  if (afterEvent(state, DEEDS[deed].event) !== null) return null;
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
