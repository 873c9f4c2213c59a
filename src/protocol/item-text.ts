import type { FindingRow } from './rows/index.ts';
import type { Tx } from './tx.ts';

/** In the words of the edition that the point was inspected by. */
export async function itemTextOf(tx: Pick<Tx, 'get'>, finding: FindingRow): Promise<string | null> {
  const { itemId, inspectionId } = finding;
  if (itemId === null || inspectionId === null) return null;
  const inspection = await tx.get('inspection', inspectionId);
  const checklist = inspection && (await tx.get('checklist', inspection.checklistId));
  return checklist?.items.find((item) => item.id === itemId)?.text ?? null;
}
