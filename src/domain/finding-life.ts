/**
 * A finding's life as one table. The mutators move states by it, the screens
 * ask it which buttons to show, and the test prints it. Nothing else moves a
 * state, and nothing is ever deleted.
 */

export const FINDING_STATES = [
  'recorded',
  'assigned',
  'acknowledged',
  'replied',
  'returned',
  'handed-off',
  'shelved',
  'closed',
  'voided',
] as const;
export type FindingState = (typeof FINDING_STATES)[number];

export const FINDING_EVENTS = [
  'assign',
  'unassign',
  'acknowledge',
  'unacknowledge',
  'reply',
  'accept',
  'pass',
  'return',
  'fix-on-spot',
  'hand-off',
  'hand-off-closed',
  'hand-off-back',
  'hand-off-loose',
  'shelve',
  'shelf-kept',
  'unshelve',
  'unshelve-loose',
  'shelf-closed',
  'void',
  'merge',
] as const;
export type FindingEvent = (typeof FINDING_EVENTS)[number];

type Row = Partial<Record<FindingEvent, FindingState>>;

/** What the office may decide of a problem as long as it is in the notices' stream. */
const OUT = {
  'hand-off': 'handed-off',
  shelve: 'shelved',
  void: 'voided',
  merge: 'voided',
} as const satisfies Row;

export const FINDING_LIFE: Readonly<Record<FindingState, Row>> = {
  recorded: { assign: 'assigned', 'fix-on-spot': 'closed', ...OUT },
  // A voided notice gives its findings back, so that a corrected one can carry them. An answer
  // is a receipt, too: who answers has the paper in hand.
  assigned: { acknowledge: 'acknowledged', unassign: 'recorded', reply: 'replied', ...OUT },
  // A 送达 that was recorded wrongly and corrected: nobody has signed for it.
  acknowledged: { reply: 'replied', unassign: 'recorded', unacknowledge: 'assigned', ...OUT },
  // Accepted (受理) it waits for its 复查; an inspector who stands before it need not wait for that.
  replied: { accept: 'replied', pass: 'closed', return: 'returned', ...OUT },
  returned: { reply: 'replied', ...OUT },
  // `loose`: on no notice, so that it is for a notice again.
  'handed-off': {
    'hand-off-closed': 'closed',
    'hand-off-back': 'assigned',
    'hand-off-loose': 'recorded',
  },
  shelved: {
    'shelf-kept': 'shelved',
    unshelve: 'assigned',
    'unshelve-loose': 'recorded',
    'shelf-closed': 'closed',
  },
  closed: {},
  voided: {},
};

const NAMES: Record<FindingState, string> = {
  recorded: '已记录',
  assigned: '已交办',
  acknowledged: '已签收',
  replied: '已反馈',
  returned: '退回整改',
  'handed-off': '已移交',
  shelved: '挂账',
  closed: '已销号',
  voided: '作废',
};

export function sayFindingState(state: FindingState): string {
  return NAMES[state];
}

/** The state after the event, or null where the table draws no arrow. */
export function afterEvent(state: FindingState, event: FindingEvent): FindingState | null {
  return FINDING_LIFE[state][event] ?? null;
}

/** Neither closed nor voided: 未销号. */
export function isOpen(state: FindingState): boolean {
  return state !== 'closed' && state !== 'voided';
}

const ANSWERABLE: readonly FindingState[] = ['assigned', 'acknowledged', 'returned'];

/** Whether a deadline runs: only while the unit owes an answer. */
export function owesAnswer(state: FindingState): boolean {
  return ANSWERABLE.includes(state);
}
