/**
 * 对账单: what a unit owed at the beginning of a month, what came and went, and what it owes at
 * its end. Replayed from the history, never from how things stand today, so that a month that is
 * over says the same whenever it is asked; 上月结余 is 本月期初 by its making.
 */
import type { FindingState } from './finding-life.ts';

/** What brings a problem onto the unit's account. */
export const INCOMING = ['assigned', 'back'] as const;
/** What takes it off. */
export const OUTGOING = ['closed', 'shelved', 'handed-off', 'voided', 'withdrawn'] as const;
export type Cause = (typeof INCOMING)[number] | (typeof OUTGOING)[number];

const NAMES: Record<Cause, string> = {
  assigned: '新交办',
  back: '恢复整改',
  closed: '销号',
  shelved: '转挂账',
  'handed-off': '移交',
  voided: '作废',
  withdrawn: '收回',
};

export function sayCause(cause: Cause): string {
  return NAMES[cause];
}

export interface StatementEvent {
  readonly kind: string;
  /** Corrected time of the deed (ms). */
  readonly at: number;
}

/** A problem's history as the unit was concerned in it, in the order in which it happened. */
export interface History {
  readonly id: string;
  readonly events: readonly StatementEvent[];
}

export interface Move {
  readonly cause: Cause;
  readonly at: number;
}

export interface StatementLine {
  readonly id: string;
  /** On the account at the month's beginning, and at its end. */
  readonly opening: boolean;
  readonly closing: boolean;
  /** Within the month. */
  readonly moves: readonly Move[];
  /** As it stood at the month's end. */
  readonly state: FindingState;
  readonly rework: number;
}

export type Sums = Readonly<Record<Cause, number>> & {
  readonly opening: number;
  readonly closing: number;
};

/** Only problems that were on the account at some time of the month. */
export function statementOf(
  histories: readonly History[],
  from: number,
  to: number,
): { readonly sums: Sums; readonly lines: readonly StatementLine[] } {
  const sums = {
    opening: 0,
    assigned: 0,
    back: 0,
    closed: 0,
    shelved: 0,
    'handed-off': 0,
    voided: 0,
    withdrawn: 0,
    closing: 0,
  };
  const lines: StatementLine[] = [];
  for (const { id, events } of histories) {
    const before = replay(NEW, events, Number.NEGATIVE_INFINITY, from);
    const after = replay(before.standing, events, from, to);
    const [opening, closing] = [owed(before.standing), owed(after.standing)];
    if (!opening && after.moves.length === 0) continue;
    sums.opening += Number(opening);
    sums.closing += Number(closing);
    for (const { cause } of after.moves) sums[cause] += 1;
    const { state, rework } = after.standing;
    lines.push({ id, opening, closing, moves: after.moves, state, rework });
  }
  return { sums, lines };
}

interface Standing {
  readonly state: FindingState;
  /** Whether a notice carries it. */
  readonly noticed: boolean;
  readonly rework: number;
}

const NEW: Standing = { state: 'recorded', noticed: false, rework: 0 };

/** On the unit's account: it is the unit's turn, or the office's to look at its answer. */
function owed({ state }: Standing): boolean {
  return ['assigned', 'acknowledged', 'replied', 'returned'].includes(state);
}

function replay(start: Standing, events: readonly StatementEvent[], from: number, to: number) {
  let standing = start;
  const moves: Move[] = [];
  for (const { kind, at } of events) {
    if (at < from || at >= to) continue;
    const next = after(standing, kind);
    const cause = causeOf(kind);
    if (cause !== null && owed(standing) !== owed(next)) moves.push({ cause, at });
    standing = next;
  }
  return { standing, moves };
}

function causeOf(kind: string): Cause | null {
  switch (kind) {
    case 'assigned':
      return 'assigned';
    case 'unshelved':
    case 'handed-back':
      return 'back';
    case 'passed':
    case 'closed':
    case 'fixed':
      return 'closed';
    case 'shelved':
    case 'handed-off':
    case 'voided':
      return kind;
    case 'merged':
      return 'voided';
    case 'unassigned':
      return 'withdrawn';
    default:
      return null;
  }
}

/** How the line of history leaves the problem; what moves no state leaves it as it was. */
function after(standing: Standing, kind: string): Standing {
  const { noticed, rework } = standing;
  switch (kind) {
    case 'assigned':
      return { state: 'assigned', noticed: true, rework };
    case 'unassigned':
      return { state: 'recorded', noticed: false, rework };
    case 'unacknowledged':
    case 'acknowledged':
    case 'replied':
    case 'returned':
      return owed(standing) ? answered(standing, kind) : standing;
    case 'shelved':
    case 'handed-off':
    case 'voided':
    case 'closed':
      return { ...standing, state: kind };
    case 'passed':
    case 'fixed':
      return { ...standing, state: 'closed' };
    case 'merged':
      return { ...standing, state: 'voided' };
    case 'unshelved':
    case 'handed-back':
      return { ...standing, state: noticed ? 'assigned' : 'recorded' };
    default:
      return standing;
  }
}

/** What only moves on the account itself brings nothing onto it. */
function answered(
  standing: Standing,
  kind: 'unacknowledged' | 'acknowledged' | 'replied' | 'returned',
): Standing {
  if (kind === 'unacknowledged') return { ...standing, state: 'assigned' };
  return { ...standing, state: kind, rework: standing.rework + Number(kind === 'returned') };
}
