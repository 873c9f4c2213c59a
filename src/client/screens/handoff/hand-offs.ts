/** Problems for 数字城管, by where they stand: what the tabs of the screen show. Pure. */
import { afterEvent } from '../../../domain/finding-life.ts';
import type { HandoffState } from '../../../domain/handoff.ts';
import type { FindingRow, HandoffRow } from '../../../protocol/rows/index.ts';

export interface HandoffLine {
  readonly handoff: HandoffRow;
  readonly finding: FindingRow;
}

export const HANDOFF_TABS = [
  'pick',
  'picked',
  'sent',
  'filed',
  'declined',
  'closed',
  'books',
] as const;
export type HandoffTab = (typeof HANDOFF_TABS)[number];

const STATES: Partial<Record<HandoffTab, readonly HandoffState[]>> = {
  picked: ['picked'],
  sent: ['sent'],
  filed: ['filed'],
  declined: ['declined', 'withdrawn'],
  closed: ['closed'],
};

/** Where a handoff in that state is listed. */
export function tabOf(state: HandoffState): HandoffTab {
  return HANDOFF_TABS.find((tab) => STATES[tab]?.includes(state)) ?? 'pick';
}

/** The newest first. */
export function linesOf(
  tab: HandoffTab,
  handoffs: readonly HandoffRow[],
  findings: ReadonlyMap<string, FindingRow>,
): HandoffLine[] {
  const states = STATES[tab] ?? [];
  return handoffs
    .filter(({ state }) => states.includes(state))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    .flatMap((handoff) => {
      const finding = findings.get(handoff.findingId);
      return finding ? [{ handoff, finding }] : [];
    });
}

/** Whether it may be handed off now, and so may be picked. */
export function mayHandOff(finding: FindingRow): boolean {
  return afterEvent(finding.state, 'hand-off') !== null;
}

/** Those on no notice first, each group by point and time. */
export function candidates(findings: Iterable<FindingRow>): FindingRow[] {
  return [...findings]
    .filter(mayHandOff)
    .sort(
      (a, b) =>
        Number(a.noticeId !== null) - Number(b.noticeId !== null) ||
        b.recordedAt - a.recordedAt ||
        (a.id < b.id ? -1 : 1),
    );
}

/** By text, point, code or case number. */
export function matches(typed: string, finding: FindingRow, handoff: HandoffRow | null): boolean {
  const text = [
    finding.text,
    finding.pointName,
    finding.pointId,
    handoff?.code ?? '',
    handoff?.codeName ?? '',
    handoff?.caseNumber ?? '',
    handoff?.batchId ?? '',
  ]
    .join(' ')
    .toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
