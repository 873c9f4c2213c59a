import { type Tally, tally } from '../../../domain/answer.ts';
import type {
  ChecklistRow,
  FindingRow,
  InspectionRow,
  PointRow,
} from '../../../protocol/rows/index.ts';
import type { DraftRow } from '../../store/tables.ts';
import { useLive } from '../../ui/use-live.ts';

export interface OpenInspection {
  readonly inspection: InspectionRow;
  readonly checklist: ChecklistRow;
  readonly point: PointRow;
  readonly findings: readonly FindingRow[];
  readonly drafts: readonly DraftRow[];
  readonly tally: Tally;
}

/** Undefined while read; null where there is no such inspection in the person's scope. */
export function useInspection(id: string): OpenInspection | null | undefined {
  // Read apart, so that a tap on an answer reads the one row again that it changed.
  const inspection = useLive(async (db) => (await db.inspection.get(id)) ?? null, [id]);
  const checklistId = inspection?.checklistId ?? '';
  const pointId = inspection?.pointId ?? '';
  const still = useLive(
    async (db) => ({
      checklist: await db.checklist.get(checklistId),
      point: await db.point.get(pointId),
    }),
    [checklistId, pointId],
  );
  const problems = useLive(
    async (db) => ({
      findings: await db.finding.where('inspectionId').equals(id).sortBy('recordedAt'),
      drafts: await db.draft.where('inspectionId').equals(id).sortBy('id'),
    }),
    [id],
  );
  if (inspection === null) return null;
  if (!inspection || !still || !problems) return undefined;
  const { checklist, point } = still;
  if (!checklist || !point) return null;
  const ids = checklist.items.map((item) => item.id);
  const counted = tally(ids, inspection.answers);
  return { inspection, checklist, point, ...problems, tally: counted };
}
