/** What units, types and rounds are called: few, so read whole and kept until the city changes. */
import { sql } from 'kysely';
import type { LedgerGrouping } from '../../protocol/ledger.ts';
import type { Db } from '../store/database.ts';
import type { Rows } from '../store/rows.ts';

export type Names = Readonly<Record<LedgerGrouping, ReadonlyMap<string, string>>>;

export class LedgerNames {
  readonly #db: Db;
  readonly #rows: Rows;
  #kept: { readonly at: number; readonly names: Names } | null = null;

  constructor(db: Db, rows: Rows) {
    this.#db = db;
    this.#rows = rows;
  }

  async now(): Promise<Names> {
    const { city_head: at } = await this.#db
      .selectFrom('office')
      .select('city_head')
      .where('id', '=', this.#rows.officeId)
      .executeTakeFirstOrThrow();
    if (this.#kept?.at !== at) this.#kept = { at, names: await this.#read() };
    return this.#kept.names;
  }

  async #read(): Promise<Names> {
    const units = (await this.#rows.all(this.#db, 'unit')).map(({ row }) => row);
    const rounds = (await this.#rows.all(this.#db, 'round')).map(({ row }) => row);
    const called = new Map(units.map(({ id, shortName }) => [id, shortName]));
    return {
      unit: called,
      street: called,
      category: await this.#categories(),
      round: new Map(rounds.map(({ id, name }) => [id, name])),
    };
  }

  async #categories(): Promise<ReadonlyMap<string, string>> {
    const { rows } = await sql<{ category: string; name: string }>`
      select category, min(category_name) as name from point
      where office = ${this.#rows.officeId} group by category`.execute(this.#db);
    return new Map(rows.map(({ category, name }) => [category, name]));
  }
}
