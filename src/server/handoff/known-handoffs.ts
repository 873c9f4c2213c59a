/** What the office knows of the handoffs that a receipt table speaks of. */
import type { ReceiptLine } from '../../domain/handoff.ts';
import type { FindingRow, HandoffRow } from '../../protocol/rows/index.ts';
import type { Db } from '../store/database.ts';
import { IDS_AT_ONCE } from '../store/id-list.ts';
import type { Rows } from '../store/rows.ts';

export interface KnownHandoffs {
  /** The later handoff of a problem before the earlier one. */
  readonly handoffs: readonly HandoffRow[];
  readonly findings: ReadonlyMap<string, FindingRow>;
}

/** By key, by problem, and by case number: a number may stand for another problem. */
export async function knownHandoffs(
  db: Db,
  rows: Rows,
  lines: readonly Pick<ReceiptLine, 'key' | 'findingId' | 'caseNumber'>[],
): Promise<KnownHandoffs> {
  const keys = new Set(lines.map(({ key }) => key));
  const byFinding = await idsBy(
    db,
    rows.officeId,
    'finding_id',
    lines.map((l) => l.findingId),
  );
  const byCase = await idsBy(
    db,
    rows.officeId,
    'case_number',
    lines.map((l) => l.caseNumber),
  );
  const ids = new Set([...keys, ...byFinding, ...byCase].filter((id) => id !== ''));
  const handoffs = (await rows.getMany(db, 'handoff', [...ids])).map(({ row }) => row);
  handoffs.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  const findings = await rows.getMany(db, 'finding', [
    ...new Set(handoffs.map(({ findingId }) => findingId)),
  ]);
  return { handoffs, findings: new Map(findings.map(({ row }) => [row.id, row])) };
}

async function idsBy(
  db: Db,
  officeId: string,
  column: 'finding_id' | 'case_number',
  values: readonly string[],
): Promise<string[]> {
  const wanted = [...new Set(values)].filter((value) => value !== '');
  const ids: string[] = [];
  for (let from = 0; from < wanted.length; from += IDS_AT_ONCE) {
    const found = await db
      .selectFrom('handoff')
      .select('id')
      .where('office', '=', officeId)
      .where(column, 'in', wanted.slice(from, from + IDS_AT_ONCE))
      .execute();
    ids.push(...found.map(({ id }) => id));
  }
  return ids;
}
