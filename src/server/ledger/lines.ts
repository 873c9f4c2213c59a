/** The problems of a page as the ledger shows them, in the order that was asked for. */
import { sql } from 'kysely';
import type { LedgerLine } from '../../protocol/ledger.ts';
import { NoticeNumber } from '../../protocol/rows/shared.ts';
import type { Db } from '../store/database.ts';
import type { Rows } from '../store/rows.ts';
import type { Names } from './names.ts';

interface Beside {
  readonly id: string;
  readonly street_id: string;
  readonly category: string;
  readonly number: string | null;
  readonly issued_at: number | null;
}

export async function linesOf(
  db: Db,
  rows: Rows,
  names: Names,
  ids: readonly string[],
): Promise<LedgerLine[]> {
  if (ids.length === 0) return [];
  const findings = new Map(
    (await rows.getMany(db, 'finding', ids)).map(({ row }) => [row.id, row]),
  );
  const beside = await besideOf(db, rows.officeId, ids);
  return ids.flatMap((id): LedgerLine[] => {
    const finding = findings.get(id);
    const entry = beside.get(id);
    if (!finding || !entry) return [];
    return [
      {
        finding,
        unitName: names.unit.get(finding.unitId) ?? '',
        number: entry.number === null ? null : NoticeNumber.parse(JSON.parse(entry.number)),
        issuedAt: entry.issued_at,
        streetId: entry.street_id,
        streetName: names.street.get(entry.street_id) ?? '',
        category: entry.category,
        categoryName: names.category.get(entry.category) ?? '',
        roundName: names.round.get(finding.roundId) ?? '',
      },
    ];
  });
}

async function besideOf(
  db: Db,
  officeId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Beside>> {
  const { rows } = await sql<Beside>`
    select e.id, e.street_id, e.category, n.number, n.issued_at from ledger_entry e
    left join finding f on f.office = e.office and f.id = e.id
    left join notice n on n.office = f.office and n.id = f.notice_id
    where e.office = ${officeId} and e.id in (${sql.join(ids)})`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
