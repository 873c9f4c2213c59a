import type { PointRow } from '../../../protocol/rows/index.ts';
import { saveDraft } from '../../store/drafts.ts';
import { StorageTrouble } from '../../store/storage-trouble.ts';
import { toast } from '../../ui/toast.tsx';
import { useRound, useUnits } from '../../ui/use-city.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { newDraft } from './new-draft.ts';

/** 登记问题 without a checklist item: the open form, or a new one at this point. */
export function useLooseProblem(
  point: PointRow,
  inspectionId: string | null = null,
  onBegun?: (draftId: string) => void,
): () => Promise<void> {
  const { db, now } = useWorkplace();
  const units = useUnits() ?? [];
  const round = useRound();
  return async () => {
    if (focusOpenForm()) return;
    try {
      // What a visit shows is of the visit's round, whichever has begun since.
      const visit = inspectionId === null ? undefined : await db.inspection.get(inspectionId);
      const roundId = visit?.roundId ?? round?.id ?? '';
      const draft = newDraft({ point, roundId, inspectionId, item: null, units, at: now() });
      await saveDraft(db, draft);
      onBegun?.(draft.id);
    } catch (error) {
      toast(StorageTrouble.of(error).message);
    }
  };
}

/** True where a form is open: it is brought into view and made ready to type. */
function focusOpenForm(): boolean {
  const text = document.querySelector<HTMLTextAreaElement>('.problem-form textarea');
  text?.scrollIntoView({ block: 'center' });
  text?.focus({ preventScroll: true });
  return text !== null;
}
