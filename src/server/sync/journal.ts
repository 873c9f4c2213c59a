/**
 * Every deed that was taken, as it came: the receipt that answers a push whose
 * answer was lost, and the record of both sides of a conflict.
 */
import type { Selectable } from 'kysely';
import type { SyncResult } from '../../protocol/sync.ts';
import type { Dialect } from '../store/bridge.ts';
import { Bulk } from '../store/bulk.ts';
import type { Database, Db } from '../store/database.ts';

export type JournalEntry = Omit<Selectable<Database['journal']>, 'office'>;

const FIELDS = [
  'client',
  'seq',
  'account_id',
  'name',
  'args',
  'device_at',
  'device_offset',
  'corrected_at',
  'received_at',
  'outcome',
  'code',
  'detail',
] as const;
/** What a result's detail may hold on the wire. */
const MAX_DETAIL = 2000;

export class Journal {
  readonly #officeId: string;
  readonly #bulk: Bulk;

  constructor(dialect: Dialect, officeId: string) {
    this.#officeId = officeId;
    const columns = ['office', ...FIELDS];
    this.#bulk = new Bulk(dialect, {
      table: 'journal',
      columns,
      key: ['office', 'client', 'seq'],
      // A place is taken once; a second taking would be a bug, and must not pass for the first.
      replaced: 'never',
    });
  }

  async write(db: Db, entries: readonly JournalEntry[]): Promise<void> {
    const office = this.#officeId;
    await this.#bulk.write(
      db,
      entries.map((entry) => [office, ...FIELDS.map((field) => entry[field])]),
    );
  }

  /** The last place of an order that is kept here alone; 0 for a new one. */
  async lastSeq(db: Db, client: string): Promise<number> {
    const row = await db
      .selectFrom('journal')
      .select((eb) => eb.fn.max('seq').as('seq'))
      .where('office', '=', this.#officeId)
      .where('client', '=', client)
      .executeTakeFirst();
    return row?.seq ?? 0;
  }

  /** What was answered at these places. */
  async read(db: Db, client: string, seqs: readonly number[]): Promise<Map<number, SyncResult>> {
    if (seqs.length === 0) return new Map();
    const rows = await db
      .selectFrom('journal')
      .select(['seq', 'outcome', 'code', 'detail'])
      .where('office', '=', this.#officeId)
      .where('client', '=', client)
      .where('seq', '>=', Math.min(...seqs))
      .where('seq', '<=', Math.max(...seqs))
      .execute();
    return new Map(rows.map((row) => [row.seq, resultOf(row)]));
  }
}

export function resultOf(
  entry: Pick<JournalEntry, 'seq' | 'outcome' | 'code' | 'detail'>,
): SyncResult {
  if (entry.outcome === 'applied') return { seq: entry.seq, status: 'applied' };
  return {
    seq: entry.seq,
    status: 'rejected',
    code: entry.code,
    detail: entry.detail.slice(0, MAX_DETAIL),
  };
}
