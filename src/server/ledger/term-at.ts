/** The deadline that ran at an instant of the past, as far as the records tell it. Pure. */
import type { StatementEvent } from '../../domain/statement.ts';

/** An extension that was granted. */
export interface Grant {
  readonly at: number;
  readonly former: number;
  readonly dueAt: number;
}

export interface TermRecords {
  readonly events: readonly StatementEvent[];
  /** In the order in which they were granted. */
  readonly grants: readonly Grant[];
  /** The deadline of today. */
  readonly present: number | null;
  /** That of the notice that carries it; null for none. */
  readonly noticed: number | null;
}

/** What sets a deadline anew or takes it away, besides an extension. */
const SETTING = [
  'assigned',
  'unassigned',
  'returned',
  'unshelved',
  'handed-back',
  'shelved',
  'handed-off',
];
/** Of these, those whose deadline stands in no record once another has followed. */
const UNTOLD = ['returned', 'unshelved', 'handed-back'];

/** Null where none ran, or no record tells it any longer. */
export function termAt(at: number, records: TermRecords): number | null {
  const { events, grants, present, noticed } = records;
  const setting = events.filter(({ kind }) => SETTING.includes(kind));
  const nextSet = setting.find((event) => event.at >= at);
  const nextGrant = grants.find((grant) => grant.at >= at);
  if (!nextSet && !nextGrant) return present;
  // An extension keeps the deadline that it has moved.
  if (nextGrant && (!nextSet || nextGrant.at < nextSet.at)) return nextGrant.former;
  const last = setting.filter((event) => event.at < at).at(-1);
  const granted = grants.filter((grant) => grant.at < at).at(-1);
  if (granted && (!last || granted.at > last.at)) return granted.dueAt;
  if (!last || UNTOLD.includes(last.kind) || last.kind !== 'assigned') return null;
  return noticed;
}
