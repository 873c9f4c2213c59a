/** The orders that the ledger may stand in; what has no value is last, whichever way. */
import { type RawBuilder, sql } from 'kysely';
import { FINDING_STATES } from '../../domain/finding-life.ts';
import type { LedgerFilter, LedgerSort } from '../../protocol/ledger.ts';

const stateOrder = `case state ${FINDING_STATES.map((state, nth) => `when '${state}' then ${nth}`).join(' ')} end`;

interface Key {
  readonly sql: string;
  /** Whether it may be null. */
  readonly open?: true;
}

const KEYS: Readonly<Record<LedgerSort, Key>> = {
  urgency: { sql: 'urgency' },
  text: { sql: 'words' },
  point: { sql: 'point_id' },
  unit: { sql: 'unit_id' },
  street: { sql: 'street_id' },
  category: { sql: 'category' },
  round: { sql: 'round_id' },
  number: { sql: 'number_sort', open: true },
  due: { sql: 'due_at', open: true },
  state: { sql: stateOrder },
  rework: { sql: 'rework' },
  urge: { sql: 'urge_level' },
  photos: { sql: 'photo_count' },
  recorded: { sql: 'recorded_at' },
  closed: { sql: 'closed_at', open: true },
  changed: { sql: 'changed_at' },
};

/** Beyond every instant and number. */
const LAST = 9_000_000_000_000_000;

export interface Order {
  /** Of one entry; never null. */
  readonly key: RawBuilder<unknown>;
  readonly down: boolean;
}

/**
 * @param narrowed whether a filter leaves few: then an index in this order would be
 * walked in vain, and the key is written so that none is.
 */
export function orderOf({ sort, dir }: LedgerFilter, narrowed: boolean): Order {
  const { sql: text, open } = KEYS[sort];
  const down = dir === 'desc';
  if (open) return { key: sql.raw(`coalesce(${text}, ${down ? -1 : LAST})`), down };
  const indexed = sort === 'urgency' && narrowed;
  return { key: sql.raw(indexed ? `coalesce(${text}, 0)` : text), down };
}

/** `order by` both ways: from the end, a list is read backwards. */
export function orderBy({ key, down }: Order, backwards: boolean): RawBuilder<unknown> {
  const way = sql.raw(down === backwards ? 'asc' : 'desc');
  // The id divides what is equal, so that no row is on two pages.
  return sql`order by ${key} ${way}, id ${way}`;
}
