/**
 * Whether the way in by a notice's own paper or link stands open. It is derived from the
 * problems and never stored: one that comes back from 挂账 or 数字城管 opens it again.
 */
import type { FindingState } from './finding-life.ts';

/** So long after the last of it was settled the unit may still read the outcome, and do nothing. */
export const READING_MS = 30 * 86_400_000;

/** The unit has something to do, or may have once the office has looked at its answer. */
const UNDER_WAY: readonly FindingState[] = ['assigned', 'acknowledged', 'replied', 'returned'];

export type ReplyGate =
  | { readonly kind: 'open' }
  /** 已办结: read only, until then (ms). */
  | { readonly kind: 'over'; readonly until: number }
  | { readonly kind: 'shut'; readonly why: 'voided' | 'closed' };

/** @param findings those that the notice carries */
export function replyGate(
  notice: { readonly state: 'issued' | 'voided' },
  findings: readonly { readonly state: FindingState; readonly changedAt: number }[],
  now: number,
): ReplyGate {
  if (notice.state === 'voided') return { kind: 'shut', why: 'voided' };
  if (findings.some(({ state }) => UNDER_WAY.includes(state))) return { kind: 'open' };
  const until = Math.max(0, ...findings.map(({ changedAt }) => changedAt)) + READING_MS;
  return now < until ? { kind: 'over', until } : { kind: 'shut', why: 'closed' };
}
