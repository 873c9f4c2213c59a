/**
 * The ledger as it is asked: a page of it, its counts, its groups, or all its ids in order.
 * Short statements one after another, since the embedded store answers nobody meanwhile.
 */
import { type RawBuilder, sql } from 'kysely';
import { type Reckoning, saySoonGap, soonUntil } from '../../domain/lateness.ts';
import type {
  LedgerChoices,
  LedgerCounts,
  LedgerFilter,
  LedgerGrouping,
  LedgerGroups,
  LedgerPage,
} from '../../protocol/ledger.ts';
import type { Context } from '../context.ts';
import type { Scope } from '../sync/scope.ts';
import { conditionsOf, scopeConditions, stateConditions, whole } from './conditions.ts';
import { CountsMemo } from './counts-memo.ts';
import { LedgerEntries } from './entries.ts';
import { linesOf } from './lines.ts';
import { LedgerNames } from './names.ts';
import { type Order, orderBy, orderOf } from './order.ts';
import { reckoningAt } from './reckoning.ts';
import { type TallyOf, tally, tallyBy, together } from './tally.ts';

export interface Slice {
  readonly offset: number;
  readonly limit: number;
  /** A problem whose place in this order is wanted; empty for none. */
  readonly seek: string;
}

const INSTANT_MS = 20_000;

/** A question as it is put to the store. */
interface Put {
  readonly where: RawBuilder<unknown>;
  readonly order: Order;
}

type Parts = Pick<Context, 'store' | 'officeId' | 'rows' | 'now'>;

export class Ledger {
  readonly entries: LedgerEntries;
  readonly names: LedgerNames;
  readonly #parts: Parts;
  readonly #memo = new CountsMemo();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.entries = new LedgerEntries(parts.store.db, parts.officeId);
    this.names = new LedgerNames(parts.store.db, parts.rows);
  }

  async page(scope: Scope, filter: LedgerFilter, slice: Slice): Promise<LedgerPage> {
    const { store, rows } = this.#parts;
    const reckoning = await this.reckoning();
    const counts = await this.counts(scope, filter, reckoning);
    const matched = filter.state === '' ? counts.total : counts.of[filter.state];
    const put = this.#put(scope, filter, reckoning);
    const offset = Math.min(slice.offset, matched);
    const limit = Math.min(slice.limit, matched - offset);
    const ids = limit > 0 ? await this.#ids(put, offset, limit, matched) : [];
    return {
      matched,
      offset,
      lines: await linesOf(store.db, rows, await this.names.now(), ids),
      counts,
      position: slice.seek === '' ? null : await this.#position(put, slice.seek),
      gap: saySoonGap(soonUntil(reckoning)),
    };
  }

  async counts(scope: Scope, filter: LedgerFilter, reckoning: Reckoning): Promise<LedgerCounts> {
    const version = await this.entries.catchUp();
    return this.#memo.of({ scope, filter, version, now: reckoning.now }, () =>
      tally(this.#parts.store.db, this.#tallyOf(scope, filter, reckoning)),
    );
  }

  async groups(scope: Scope, filter: LedgerFilter, by: LedgerGrouping): Promise<LedgerGroups> {
    await this.entries.catchUp();
    const of = this.#tallyOf(scope, filter, await this.reckoning());
    const counts = await tallyBy(this.#parts.store.db, by, of);
    const names = (await this.names.now())[by];
    const groups = [...counts]
      .map(([id, one]) => ({ id, name: names.get(id) ?? '', counts: one }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    return { groups, total: together(counts.values()) };
  }

  /** Only what occurs in the person's own ledger. */
  async choices(scope: Scope): Promise<LedgerChoices> {
    await this.entries.catchUp();
    const { officeId, store } = this.#parts;
    const names = await this.names.now();
    const where = whole(officeId, scopeConditions(scope));
    const occurring = async (by: LedgerGrouping, column: string) => {
      const { rows } = await sql<{ id: string }>`
        select distinct ${sql.ref(column)} as id from ledger_entry where ${where}`.execute(
        store.db,
      );
      return rows
        .flatMap(({ id }) => ({ id, name: names[by].get(id) ?? '' }))
        .filter(({ name }) => name !== '')
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    };
    return {
      unit: await occurring('unit', 'unit_id'),
      category: await occurring('category', 'category'),
      street: await occurring('street', 'street_id'),
      round: await occurring('round', 'round_id'),
    };
  }

  /** All that the question leaves, in its order: what an export goes by. */
  async allIds(scope: Scope, filter: LedgerFilter): Promise<readonly string[]> {
    await this.entries.catchUp();
    const put = this.#put(scope, filter, await this.reckoning());
    return this.#ids(put, 0, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  }

  reckoning(): Promise<Reckoning> {
    const { store, rows, now } = this.#parts;
    // The pages of one list are of one instant: what one counts, the next one finds.
    return reckoningAt(store.db, rows, now() - (now() % INSTANT_MS));
  }

  #tallyOf(scope: Scope, filter: LedgerFilter, reckoning: Reckoning): TallyOf {
    return {
      officeId: this.#parts.officeId,
      conditions: [...scopeConditions(scope), ...conditionsOf(filter)],
      reckoning,
      wide: scope.kind === 'unit' || filter.search !== '' || filter.number !== '',
    };
  }

  #put(scope: Scope, filter: LedgerFilter, reckoning: Reckoning): Put {
    const narrowing = [...conditionsOf(filter), ...stateConditions(filter, reckoning)];
    return {
      where: whole(this.#parts.officeId, [...scopeConditions(scope), ...narrowing]),
      order: orderOf(filter, narrowing.length > 0),
    };
  }

  /** Read from the nearer end: skipping rows costs as much as reading them. */
  async #ids(put: Put, offset: number, limit: number, matched: number): Promise<string[]> {
    const after = matched - offset - limit;
    const backwards = after < offset;
    const skipped = backwards ? after : offset;
    const { rows } = await sql<{ id: string }>`
      select id from ledger_entry where ${put.where} ${orderBy(put.order, backwards)}
      limit ${limit} offset ${skipped}`.execute(this.#parts.store.db);
    const ids = rows.map(({ id }) => id);
    return backwards ? ids.reverse() : ids;
  }

  async #position({ where, order }: Put, id: string): Promise<number | null> {
    const { db } = this.#parts.store;
    const { key, down } = order;
    const found = await sql<{ key: unknown }>`
      select ${key} as key from ledger_entry where ${where} and id = ${id}`.execute(db);
    const [own] = found.rows;
    if (!own) return null;
    const before = sql.raw(down ? '>' : '<');
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from ledger_entry where ${where}
      and (${key} ${before} ${own.key} or (${key} = ${own.key} and id ${before} ${id}))`.execute(
      db,
    );
    return Number(rows[0]?.n ?? 0);
  }
}
