/** What a question of the ledger leaves, as SQL over its entries. Every value is bound, none is written in. */
import { type RawBuilder, sql } from 'kysely';
import { addDays, instantOf } from '../../domain/civil.ts';
import { FINDING_STATES, owesAnswer } from '../../domain/finding-life.ts';
import { type Reckoning, soonUntil } from '../../domain/lateness.ts';
import { type LedgerState, statesIn, type Within } from '../../domain/ledger.ts';
import { URGE_LEVELS } from '../../domain/letter.ts';
import type { LedgerFilter } from '../../protocol/ledger.ts';
import type { Scope } from '../sync/scope.ts';

export type Condition = RawBuilder<unknown>;

const owing = sql.join(FINDING_STATES.filter(owesAnswer).map((state) => sql.lit(state)));

/** One of the counts within, as a truth of one entry. */
export function withinSql(within: Within, reckoning: Reckoning): Condition {
  const { now } = reckoning;
  const owes = sql`state in (${owing})`;
  switch (within) {
    case 'overdue':
      return sql`${owes} and due_at < ${now}`;
    case 'twice':
      return sql`${owes} and due_at < ${now} and urge_due >= due_at and urge_due < ${now}`;
    case 'soon':
      return sql`${owes} and due_at >= ${now} and due_at < ${soonUntil(reckoning).before}`;
    case 'review':
    case 'recheck':
      return sql`waiting = ${sql.lit(within)}`;
    case 'extension':
      return sql`extension = 1`;
  }
}

function stateSql(state: LedgerState, reckoning: Reckoning): Condition {
  const states = statesIn(state);
  if (states) return sql`state in (${sql.join(states.map((one) => sql.lit(one)))})`;
  for (const within of ['overdue', 'twice', 'soon', 'review', 'recheck', 'extension'] as const) {
    if (within === state) return withinSql(within, reckoning);
  }
  throw new Error(`no such state of the ledger: ${state}`);
}

/** All of the question but its state; what is filtered by nothing is null. */
export function conditionsOf(filter: LedgerFilter): readonly Condition[] {
  const conditions: Condition[] = [];
  const equal = (column: string, value: string) => {
    if (value !== '') conditions.push(sql`${sql.ref(column)} = ${value}`);
  };
  equal('unit_id', filter.unitId);
  equal('street_id', filter.streetId);
  equal('category', filter.category);
  equal('round_id', filter.roundId);
  if (filter.rework === 'yes') conditions.push(sql`rework > 0`);
  if (filter.urge !== '') conditions.push(urgeSql(filter.urge));
  conditions.push(...spanSql(filter), ...numberSql(filter.number));
  for (const word of wordsOf(filter.search)) conditions.push(has(word));
  return conditions;
}

export function stateConditions(filter: LedgerFilter, reckoning: Reckoning): readonly Condition[] {
  return filter.state === '' ? [] : [stateSql(filter.state, reckoning)];
}

export function scopeConditions(scope: Scope): readonly Condition[] {
  return scope.kind === 'unit' ? [sql`shown_to = ${scope.unitId}`] : [];
}

/** `office = … and …` */
export function whole(officeId: string, conditions: readonly Condition[]): Condition {
  return sql.join([sql`office = ${officeId}`, ...conditions], sql` and `);
}

function urgeSql(urge: Exclude<LedgerFilter['urge'], ''>): Condition {
  if (urge === 'none') return sql`urge_level = 0`;
  if (urge === 'any') return sql`urge_level > 0`;
  return sql`urge_level = ${sql.lit(URGE_LEVELS.indexOf(urge) + 1)}`;
}

const DATE_COLUMNS = { recorded: 'recorded_at', due: 'due_at', closed: 'closed_at' } as const;

function spanSql({ dates, from, to }: LedgerFilter): Condition[] {
  const column = sql.ref(DATE_COLUMNS[dates]);
  const conditions: Condition[] = [];
  if (from !== '') conditions.push(sql`${column} >= ${instantOf(from, 0)}`);
  if (to !== '') conditions.push(sql`${column} < ${instantOf(addDays(to, 1), 0)}`);
  return conditions;
}

function numberSql(number: string): Condition[] {
  const words = wordsOf(number);
  const [only] = words;
  if (words.length === 1 && only !== undefined && /^\d{1,6}$/.test(only)) {
    return [sql`number_sort % 1000000 = ${Number(only)}`];
  }
  return words.map(has);
}

export function wordsOf(search: string): string[] {
  return search.toLowerCase().split(/\s+/).filter(Boolean);
}

function has(word: string): Condition {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`words like ${pattern} escape '\\'`;
}
