/** Compares what the tables hold with what the chain says was written last. */
import { sql } from 'kysely';
import type { RawRow } from '../store/codec.ts';
import type { Db } from '../store/database.ts';
import { CHAINED, digestOfRaw, formOf } from './digests.ts';
import { type HistoryFault, sayRow } from './faults.ts';

const ROWS_AT_ONCE = 500;

type Chained = (typeof CHAINED)[number];

interface Judged {
  readonly fault: HistoryFault | null;
  /** How many rows were compared. */
  readonly rows: number;
}

export async function faultyRow(db: Db, officeId: string): Promise<Judged> {
  let rows = 0;
  for (const table of CHAINED) {
    let last = '';
    for (;;) {
      const page = await pageOf(db, officeId, table, last);
      for (const raw of page) {
        const fault = faultOf(table, raw);
        if (fault) return { fault, rows };
        rows += 1;
      }
      last = page.at(-1)?.id ?? '';
      if (page.length < ROWS_AT_ONCE) break;
    }
    const gone = await goneFrom(db, officeId, table);
    if (gone) return { fault: gone, rows };
  }
  return { fault: null, rows };
}

interface Page extends RawRow {
  readonly id: string;
  readonly chained_nth: number | null;
  readonly chained_digest: string | null;
}

/** With what the chain said of each last. */
async function pageOf(db: Db, officeId: string, table: Chained, after: string): Promise<Page[]> {
  const { rows } = await sql<Page>`
    select page.*, entry.nth as chained_nth, entry.digest as chained_digest
    from (
      select t.*, (
        select max(h.nth) from history_row h
        where h.office = t.office and h.row_id = t.id and h.table_name = ${table}
      ) as last_nth
      from ${sql.table(table)} t
      where t.office = ${officeId} and t.id > ${after}
      order by t.id limit ${ROWS_AT_ONCE}
    ) page
    left join history_row entry on entry.office = ${officeId} and entry.nth = page.last_nth
      and entry.table_name = ${table} and entry.row_id = page.id
    order by page.id`.execute(db);
  return rows;
}

function faultOf(table: Chained, raw: Page): HistoryFault | null {
  const { id, chained_nth: nth, chained_digest: chained } = raw;
  const row = sayRow(table, id);
  if (nth === null || chained === null) return { kind: 'row-unchained', row };
  const form = formOf(chained);
  const same = form !== null && digestOfRaw(table, raw, form) === chained;
  return same ? null : { kind: 'row-changed', row, nth };
}

async function goneFrom(db: Db, officeId: string, table: Chained): Promise<HistoryFault | null> {
  const { rows } = await sql<{ nth: number; row_id: string }>`
    select h.nth, h.row_id from history_row h
    where h.office = ${officeId} and h.table_name = ${table} and not exists (
      select 1 from ${sql.table(table)} t where t.office = h.office and t.id = h.row_id
    )
    order by h.nth desc limit 1`.execute(db);
  const [gone] = rows;
  return gone ? { kind: 'row-missing', row: sayRow(table, gone.row_id), nth: gone.nth } : null;
}
