/** Counts of the ledger that add up by their making: every entry has one state and is counted once. */
import { sql } from 'kysely';
import { FINDING_STATES } from '../../domain/finding-life.ts';
import type { Reckoning } from '../../domain/lateness.ts';
import { COUNTED, HEAPS, noCounts, WITHIN } from '../../domain/ledger.ts';
import type { LedgerCounts, LedgerGrouping } from '../../protocol/ledger.ts';
import type { Db } from '../store/database.ts';
import { type Condition, whole, withinSql } from './conditions.ts';

interface StateTally {
  readonly group: string;
  readonly state: string;
  readonly n: number;
  readonly [within: string]: number | string;
}

const GROUP_COLUMNS: Readonly<Record<LedgerGrouping, string>> = {
  unit: 'unit_id',
  category: 'category',
  street: 'street_id',
  round: 'round_id',
};

export interface TallyOf {
  readonly officeId: string;
  readonly conditions: readonly Condition[];
  readonly reckoning: Reckoning;
  /** Whether what is counted has to be looked up row by row anyway (a search, a unit's own). */
  readonly wide: boolean;
}

export async function tally(db: Db, of: TallyOf): Promise<LedgerCounts> {
  // An expression keeps the store from walking an index in the states' order, row by row.
  const state = of.wide ? sql`state || ''` : sql`state`;
  const { rows } = await sql<StateTally>`
    select '' as "group", ${state} as state, count(*) as n, ${sums(of)} from ledger_entry
    where ${whole(of.officeId, of.conditions)} group by ${state}`.execute(db);
  return countsOf(rows);
}

export async function tallyBy(
  db: Db,
  grouping: LedgerGrouping,
  of: TallyOf,
): Promise<ReadonlyMap<string, LedgerCounts>> {
  const column = sql.ref(GROUP_COLUMNS[grouping]);
  const { rows } = await sql<StateTally>`
    select ${column} as "group", state, count(*) as n, ${sums(of)} from ledger_entry
    where ${whole(of.officeId, of.conditions)} group by ${column}, state`.execute(db);
  const groups = new Map<string, StateTally[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return new Map([...groups].map(([id, tallies]) => [id, countsOf(tallies)]));
}

/** The sum of several, for the foot of a table. */
export function together(counts: Iterable<LedgerCounts>): LedgerCounts {
  const of = noCounts();
  let total = 0;
  for (const one of counts) {
    total += one.total;
    for (const state of COUNTED) of[state] += one.of[state];
  }
  return { total, of };
}

function sums({ reckoning }: TallyOf): Condition {
  return sql.join(
    WITHIN.map((within) => {
      const truth = withinSql(within, reckoning);
      return sql`sum(case when ${truth} then 1 else 0 end) as ${sql.ref(within)}`;
    }),
  );
}

function countsOf(tallies: readonly StateTally[]): LedgerCounts {
  const of = noCounts();
  let total = 0;
  for (const tallied of tallies) {
    const n = Number(tallied.n);
    total += n;
    const state = FINDING_STATES.find((one) => one === tallied.state);
    if (!state) throw new Error(`an entry of the ledger has no known state: ${tallied.state}`);
    const heap = HEAPS.find(({ states }) => states.some((one) => one === state));
    of[state] += n;
    // A heap of one state bears its name.
    if (heap && heap.id !== state) of[heap.id] += n;
    for (const within of WITHIN) of[within] += Number(tallied[within]);
  }
  return { total, of };
}
