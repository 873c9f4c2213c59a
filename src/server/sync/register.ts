/** The number register's rows in the store. */
import { CompiledQuery, type Selectable, sql } from 'kysely';
import { OFFICE_OFFSET_MS } from '../../domain/civil.ts';
import { type NoticeNumber, NUMBER_STATES, type NumberState } from '../../domain/notice-number.ts';
import { type Dialect, placeholder } from '../store/bridge.ts';
import { Bulk } from '../store/bulk.ts';
import type { Database, Db } from '../store/database.ts';
import { filledUp, IDS_AT_ONCE } from '../store/id-list.ts';

export type Entry = Omit<Selectable<Database['number_register']>, 'office' | 'state'> & {
  readonly state: NumberState;
};

const FIELDS = [
  'agency',
  'year',
  'seq',
  'state',
  'client',
  'notice_id',
  'reason',
  'recalled_by',
  'leased_at',
  'settled_at',
] as const;
const KEY = ['office', 'agency', 'year', 'seq'] as const;
/** When a number was lent stands from its first line on. */
const SETTLED = ['state', 'client', 'notice_id', 'reason', 'recalled_by', 'settled_at'] as const;

/**
 * What stands in the register of a number that is lent and nothing more. Dozens of them
 * are made at every round trip: field by field costs a fraction of two spread objects.
 */
function unused(client: string, agency: string, year: number, seq: number): Entry {
  return {
    client,
    agency,
    year,
    seq,
    state: 'leased',
    notice_id: '',
    reason: '',
    recalled_by: '',
    leased_at: null,
    settled_at: null,
  };
}

const DAY_MS = 86_400_000;
/** The office's day that a number was settled on; written out, since a bound value would divide to a fraction. */
const DAY = sql<number>`((settled_at + ${sql.lit(OFFICE_OFFSET_MS)}) / ${sql.lit(DAY_MS)})`;

export class Register {
  readonly #dialect: Dialect;
  readonly #officeId: string;
  readonly #bulk: Bulk;

  constructor(dialect: Dialect, officeId: string) {
    this.#dialect = dialect;
    this.#officeId = officeId;
    const columns = ['office', ...FIELDS];
    this.#bulk = new Bulk(dialect, {
      table: 'number_register',
      columns,
      key: KEY,
      replaced: SETTLED,
    });
  }

  async read(db: Db, number: NoticeNumber): Promise<Entry | undefined> {
    const row = await db
      .selectFrom('number_register')
      .select(FIELDS)
      .where('office', '=', this.#officeId)
      .where('agency', '=', number.agency)
      .where('year', '=', number.year)
      .where('seq', '=', number.seq)
      .executeTakeFirst();
    return row && { ...row, state: stateOf(row.state) };
  }

  /**
   * The numbers that these clients hold unused. Asked at every round trip, so
   * along one index and no more than a lease is.
   */
  async readHeld(db: Db, clients: readonly string[]): Promise<Entry[]> {
    const held: Entry[] = [];
    for (let from = 0; from < clients.length; from += IDS_AT_ONCE) {
      const some = filledUp(clients.slice(from, from + IDS_AT_ONCE));
      const marks = some.map((_, i) => placeholder(this.#dialect, i + 2));
      const sql = `select client, agency, year, seq from number_register where office = ${placeholder(this.#dialect, 1)} and client in (${marks.join(', ')}) and state = 'leased'`;
      const query = CompiledQuery.raw(sql, [this.#officeId, ...some]);
      const { rows } =
        await db.executeQuery<Pick<Entry, 'client' | 'agency' | 'year' | 'seq'>>(query);
      for (const { client, agency, year, seq } of rows)
        held.push(unused(client, agency, year, seq));
    }
    return held;
  }

  /** How many numbers of a series this client used on each day of the office, from one on. */
  async readUse(
    db: Db,
    { client, agency }: { readonly client: string; readonly agency: string },
    from: number,
  ): Promise<Map<number, number>> {
    const rows = await db
      .selectFrom('number_register')
      .select((eb) => [DAY.as('day'), eb.fn.countAll<number>().as('used')])
      .where('office', '=', this.#officeId)
      .where('client', '=', client)
      .where('agency', '=', agency)
      .where('state', '=', 'used')
      .where('settled_at', '>=', from * DAY_MS - OFFICE_OFFSET_MS)
      .groupBy(DAY)
      .execute();
    return new Map(rows.map(({ day, used }) => [day, used]));
  }

  /** The numbers of a year that have left their series, in order, so many at most. */
  async readYear(db: Db, year: number, most: number): Promise<Entry[]> {
    const rows = await db
      .selectFrom('number_register')
      .select(FIELDS)
      .where('office', '=', this.#officeId)
      .where('year', '=', year)
      .orderBy('agency')
      .orderBy('seq')
      .limit(most)
      .execute();
    return rows.map((row) => ({ ...row, state: stateOf(row.state) }));
  }

  async write(db: Db, entries: readonly Entry[]): Promise<void> {
    const office = this.#officeId;
    await this.#bulk.write(
      db,
      entries.map((entry) => [office, ...FIELDS.map((field) => entry[field])]),
    );
  }

  /** The number that a series gives next. */
  async readNext(db: Db, agency: string, year: number): Promise<number> {
    const row = await db
      .selectFrom('number_series')
      .select('next')
      .where('office', '=', this.#officeId)
      .where('agency', '=', agency)
      .where('year', '=', year)
      .executeTakeFirst();
    return row?.next ?? 1;
  }

  /** Every series that has given a number, the latest year first. */
  async readSeries(db: Db): Promise<{ agency: string; year: number; next: number }[]> {
    return db
      .selectFrom('number_series')
      .select(['agency', 'year', 'next'])
      .where('office', '=', this.#officeId)
      .orderBy('year', 'desc')
      .orderBy('agency')
      .execute();
  }

  async writeNext(db: Db, agency: string, year: number, next: number): Promise<void> {
    await db
      .insertInto('number_series')
      .values({ office: this.#officeId, agency, year, next })
      .onConflict((conflict) =>
        conflict.columns(['office', 'agency', 'year']).doUpdateSet({ next }),
      )
      .execute();
  }
}

function stateOf(state: string): NumberState {
  const known = NUMBER_STATES.find((one) => one === state);
  if (known) return known;
  throw new Error('the number register holds a state that this program does not know');
}
