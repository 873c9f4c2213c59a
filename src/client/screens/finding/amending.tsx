/** A recorded problem being corrected: the form in which it was written down, over what stands. */
import type { FindingRow } from '../../../protocol/rows/index.ts';
import type { DraftRow } from '../../store/tables.ts';
import { useLive } from '../../ui/use-live.ts';
import { ProblemForm } from '../inspection/problem-form.tsx';

export function Amending(props: { readonly finding: FindingRow; readonly draft: DraftRow }) {
  const { finding, draft } = props;
  const { pointId, inspectionId, itemId } = finding;
  const around = useLive(
    async (db) => {
      const [point, visit] = await Promise.all([
        db.point.get(pointId),
        inspectionId === null ? undefined : db.inspection.get(inspectionId),
      ]);
      const checklist = visit && (await db.checklist.get(visit.checklistId));
      return { point, item: checklist?.items.find((item) => item.id === itemId) ?? null };
    },
    [pointId, inspectionId, itemId],
  );
  if (!around?.point) return null;
  return (
    <ProblemForm
      stored={draft}
      point={around.point}
      item={around.item}
      focus
      onClosed={() => undefined}
    />
  );
}
