/** Counts that were just taken: the pages of one list, and the desks that look at the same one. */
import type { LedgerCounts, LedgerFilter } from '../../protocol/ledger.ts';
import { type Scope, sayScope } from '../sync/scope.ts';

const MOST = 50;

export interface CountsKey {
  readonly scope: Scope;
  readonly filter: LedgerFilter;
  /** Of the office, for which the entries are true. */
  readonly version: number;
  /** A problem becomes overdue by the clock alone. */
  readonly now: number;
}

export class CountsMemo {
  readonly #kept = new Map<string, LedgerCounts>();

  async of(key: CountsKey, count: () => Promise<LedgerCounts>): Promise<LedgerCounts> {
    const name = nameOf(key);
    const known = this.#kept.get(name);
    if (known) return known;
    const counts = await count();
    if (this.#kept.size >= MOST) this.#kept.clear();
    this.#kept.set(name, counts);
    return counts;
  }
}

/** Neither state nor order changes what is counted. */
function nameOf({ scope, filter, version, now }: CountsKey): string {
  const { state: _state, sort: _sort, dir: _dir, ...counted } = filter;
  return JSON.stringify([version, now, sayScope(scope), counted]);
}
