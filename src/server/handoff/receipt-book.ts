/** The receipt tables that were taken, each with what came of its lines; nothing is ever taken away. */
import type { Selectable } from 'kysely';
import { countReceipts, ReceiptReport, type ReceiptSummary } from '../../protocol/handoff.ts';
import type { Database, Db } from '../store/database.ts';

type Kept = Selectable<Database['handoff_receipt']>;

/** The newest first. */
const SHOWN = 100;

export async function listReceipts(db: Db, officeId: string): Promise<ReceiptSummary[]> {
  const rows = await db
    .selectFrom('handoff_receipt')
    .selectAll()
    .where('office', '=', officeId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(SHOWN)
    .execute();
  return rows.map((row) => {
    const { id, fileName, at, byName, entries } = reportOf(row);
    return { id, fileName, at, byName, counts: countReceipts(entries) };
  });
}

export async function findReceipt(
  db: Db,
  officeId: string,
  id: string,
): Promise<ReceiptReport | null> {
  const row = await db
    .selectFrom('handoff_receipt')
    .selectAll()
    .where('office', '=', officeId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? reportOf(row) : null;
}

/** The last time that the very same file was taken; null for never. */
export async function sameReceipt(
  db: Db,
  officeId: string,
  digest: string,
): Promise<ReceiptReport | null> {
  const row = await db
    .selectFrom('handoff_receipt')
    .selectAll()
    .where('office', '=', officeId)
    .where('digest', '=', digest)
    .orderBy('at', 'desc')
    .executeTakeFirst();
  return row ? reportOf(row) : null;
}

export async function keepReceipt(
  tx: Db,
  officeId: string,
  by: string,
  digest: string,
  report: ReceiptReport,
): Promise<void> {
  await tx
    .insertInto('handoff_receipt')
    .values({
      office: officeId,
      id: report.id,
      digest,
      file_name: report.fileName,
      at: report.at,
      by,
      by_name: report.byName,
      report: JSON.stringify(report.entries),
    })
    .execute();
}

export async function rewriteReceipt(
  tx: Db,
  officeId: string,
  report: ReceiptReport,
): Promise<void> {
  await tx
    .updateTable('handoff_receipt')
    .set({ report: JSON.stringify(report.entries) })
    .where('office', '=', officeId)
    .where('id', '=', report.id)
    .execute();
}

function reportOf(row: Kept): ReceiptReport {
  return ReceiptReport.parse({
    id: row.id,
    fileName: row.file_name,
    at: row.at,
    byName: row.by_name,
    entries: JSON.parse(row.report),
  });
}
