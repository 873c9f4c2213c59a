/** Which round is under way on a day. A round may be opened long before it begins. */
import type { CivilDate } from './civil.ts';

interface Dated {
  readonly starts: CivilDate;
  readonly state: 'open' | 'closed';
}

export function hasBegun(round: Pick<Dated, 'starts'>, today: CivilDate): boolean {
  return round.starts <= today;
}

/** The open round that began last; null with none. One that is past its last day goes on until it is closed. */
export function roundUnderWay<R extends Dated>(rounds: readonly R[], today: CivilDate): R | null {
  const begun = rounds.filter((round) => round.state === 'open' && hasBegun(round, today));
  return begun.sort((a, b) => (a.starts < b.starts ? 1 : -1))[0] ?? null;
}

/** The open round that begins next (未开始); null with none. */
export function roundToCome<R extends Dated>(rounds: readonly R[], today: CivilDate): R | null {
  const coming = rounds.filter((round) => round.state === 'open' && !hasBegun(round, today));
  return coming.sort((a, b) => (a.starts < b.starts ? -1 : 1))[0] ?? null;
}
