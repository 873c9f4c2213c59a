/**
 * Keeps the ledger's entries true to the rows that they are made of. As a tablet does, they
 * follow the office's versions: whoever writes a row need not know that there is a ledger,
 * and nothing that was committed is skipped (invariant 4).
 */
import { sql } from 'kysely';
import type { Db } from '../store/database.ts';
import { ENTRY_COLUMNS, ENTRY_OF_FINDING } from './entry-sql.ts';

/** Findings that one statement takes up: the embedded store answers nobody meanwhile. */
const AT_ONCE = 1_000;

export class LedgerEntries {
  readonly #db: Db;
  readonly #officeId: string;
  #running: Promise<number> | null = null;

  constructor(db: Db, officeId: string) {
    this.#db = db;
    this.#officeId = officeId;
  }

  /** Resolves to the version of the office that the entries are true for, at least what it was when asked. */
  async catchUp(): Promise<number> {
    // One that has begun may have read the head before the change that this caller knows of.
    if (this.#running) await this.#running.catch(() => 0);
    this.#running ??= this.#follow().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #follow(): Promise<number> {
    for (;;) {
      const { head, mark } = await this.#standing();
      if (mark >= head) return mark;
      await this.#step(head);
      // Whoever waits for the embedded store comes in between.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async #standing(): Promise<{ head: number; mark: number }> {
    const row = await this.#db
      .selectFrom('office')
      .leftJoin('ledger_mark', 'ledger_mark.office', 'office.id')
      .select(['office.head', 'ledger_mark.version as mark'])
      .where('office.id', '=', this.#officeId)
      .executeTakeFirstOrThrow();
    return { head: row.head, mark: row.mark ?? 0 };
  }

  async #step(head: number): Promise<void> {
    const office = this.#officeId;
    await this.#db.transaction().execute(async (tx) => {
      await tx
        .insertInto('ledger_mark')
        .values({ office, version: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      // Two servers on one database take turns here.
      const { version: from } = await tx
        .updateTable('ledger_mark')
        .set((eb) => ({ version: eb.ref('version') }))
        .where('office', '=', office)
        .returning('version')
        .executeTakeFirstOrThrow();
      const upTo = Math.min(head, await this.#endOfStep(tx, from));
      if (upTo <= from) return;
      await this.#fill(tx, from, upTo);
      await tx
        .updateTable('ledger_mark')
        .set({ version: upTo })
        .where('office', '=', office)
        .execute();
    });
  }

  /** The version with which this step ends; a version is never divided. */
  async #endOfStep(tx: Db, from: number): Promise<number> {
    const { rows } = await sql<{ version: number }>`
      select version from finding where office = ${this.#officeId} and version > ${from}
      order by version limit 1 offset ${AT_ONCE}`.execute(tx);
    return rows[0]?.version ?? Number.MAX_SAFE_INTEGER;
  }

  async #fill(tx: Db, from: number, upTo: number): Promise<void> {
    const office = this.#officeId;
    const within = (alias: string) =>
      sql`${sql.ref(`${alias}.version`)} > ${from} and ${sql.ref(`${alias}.version`)} <= ${upTo}`;
    const changed = [
      within('f'),
      // Of what they name, only what stands here already: the rest comes with its own version.
      ...['n', 'p', 'u'].map((named) => sql`${within(named)} and f.version <= ${from}`),
    ];
    for (const which of changed) {
      await sql`insert into ledger_entry (${sql.raw(ENTRY_COLUMNS.join(', '))})
        ${ENTRY_OF_FINDING} where f.office = ${office} and ${which}
        on conflict (office, id) do update set ${sql.raw(REPLACED)}`.execute(tx);
    }
  }
}

const REPLACED = ENTRY_COLUMNS.filter((column) => column !== 'office' && column !== 'id')
  .map((column) => `${column} = excluded.${column}`)
  .join(', ');
