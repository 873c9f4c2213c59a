/**
 * Which deed raises which events of a problem's life: state × role × action in one place.
 * The screens ask it for their buttons, the server's rules are tested against it.
 */
import { afterEvent, type FindingEvent, type FindingState } from './finding-life.ts';
import { type Action, mayDo, type Role } from './role.ts';

export const EVENTS_OF = {
  'notice.issue': ['assign'],
  'notice.void': ['unassign'],
  'notice.deliver': ['acknowledge', 'unacknowledge'],
  'notice.redeliver': ['acknowledge', 'unacknowledge'],
  'notice.acknowledge': ['acknowledge'],
  'reply.submit': ['reply'],
  'reply.accept': ['accept'],
  'reply.return': ['return'],
  'finding.verify': ['pass', 'return'],
  'finding.fix': ['fix-on-spot'],
  'finding.hand-off': ['hand-off'],
  'handoff.settle': ['hand-off-closed', 'hand-off-back', 'hand-off-loose'],
  'finding.shelve': ['shelve'],
  'finding.review': ['shelf-kept', 'unshelve', 'unshelve-loose', 'shelf-closed'],
  'finding.void': ['void'],
  'finding.merge': ['merge'],
} as const satisfies Partial<Record<Action, readonly FindingEvent[]>>;

export type FindingDeed = keyof typeof EVENTS_OF;

export const FINDING_DEEDS: readonly FindingDeed[] = [
  'notice.issue',
  'notice.void',
  'notice.deliver',
  'notice.redeliver',
  'notice.acknowledge',
  'reply.submit',
  'reply.accept',
  'reply.return',
  'finding.verify',
  'finding.fix',
  'finding.hand-off',
  'handoff.settle',
  'finding.shelve',
  'finding.review',
  'finding.void',
  'finding.merge',
];

/** Whether a person of this role may do it to a problem in this state, as far as the table says. */
export function isOffered(deed: FindingDeed, state: FindingState, role: Role): boolean {
  return mayDo(role, deed) && EVENTS_OF[deed].some((event) => afterEvent(state, event) !== null);
}
