/** The clients of one push: whose they are, and the last place of each that was taken. */
import { CompiledQuery, type Selectable } from 'kysely';
import type { DeviceReport } from '../../protocol/sync.ts';
import { type Dialect, placeholder } from '../store/bridge.ts';
import { Bulk } from '../store/bulk.ts';
import type { Database, Db } from '../store/database.ts';
import { filledUp, IDS_AT_ONCE } from '../store/id-list.ts';

export type ClientState = Omit<Selectable<Database['client']>, 'office'>;

const FIELDS = [
  'id',
  'account_id',
  'last_seq',
  'stuck_seq',
  'stuck_tries',
  'report',
  'last_contact',
] as const;

export function newClient(id: string, accountId: string): ClientState {
  return {
    id,
    account_id: accountId,
    last_seq: 0,
    stuck_seq: 0,
    stuck_tries: 0,
    report: '',
    last_contact: 0,
  };
}

export class ClientBook {
  readonly #dialect: Dialect;
  readonly #officeId: string;
  readonly #bulk: Bulk;

  constructor(dialect: Dialect, officeId: string) {
    this.#dialect = dialect;
    this.#officeId = officeId;
    this.#bulk = new Bulk(dialect, {
      table: 'client',
      columns: ['office', ...FIELDS],
      key: ['office', 'id'],
      replaced: FIELDS.filter((field) => field !== 'id' && field !== 'account_id'),
    });
  }

  async read(db: Db, ids: readonly string[]): Promise<Map<string, ClientState>> {
    const found = new Map<string, ClientState>();
    for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
      const some = filledUp(ids.slice(from, from + IDS_AT_ONCE));
      const marks = some.map((_, i) => placeholder(this.#dialect, i + 2));
      const sql = `select ${FIELDS.join(', ')} from client where office = ${placeholder(this.#dialect, 1)} and id in (${marks.join(', ')})`;
      const query = CompiledQuery.raw(sql, [this.#officeId, ...some]);
      const { rows } = await db.executeQuery<ClientState>(query);
      for (const row of rows) found.set(row.id, row);
    }
    return found;
  }

  async readOne(db: Db, id: string): Promise<ClientState | undefined> {
    return (await this.read(db, [id])).get(id);
  }

  async write(db: Db, clients: readonly ClientState[]): Promise<void> {
    const office = this.#officeId;
    await this.#bulk.write(
      db,
      clients.map((client) => [office, ...FIELDS.map((field) => client[field])]),
    );
  }

  /** Keeps what a device says of itself, between its pushes. */
  async writeReport(db: Db, id: string, report: DeviceReport, now: number): Promise<void> {
    await db
      .updateTable('client')
      .set({ report: JSON.stringify(report), last_contact: now })
      .where('office', '=', this.#officeId)
      .where('id', '=', id)
      .execute();
  }
}
