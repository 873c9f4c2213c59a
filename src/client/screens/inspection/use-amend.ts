/** 修改 of a recorded problem, wherever it is shown. */
import { mayDo } from '../../../domain/role.ts';
import type { FindingRow } from '../../../protocol/rows/index.ts';
import { saveDraft } from '../../store/drafts.ts';
import { StorageTrouble } from '../../store/storage-trouble.ts';
import { toast } from '../../ui/toast.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { amendDraft } from './new-draft.ts';

/**
 * Begins a correction, or goes on with the one that was begun; null where the
 * problem's state or the person's role does not allow it.
 */
export function useAmend(finding: FindingRow, onBegun?: () => void): (() => Promise<void>) | null {
  const { db, now, session } = useWorkplace();
  if (finding.state !== 'recorded' || !mayDo(session.role, 'finding.amend')) return null;
  return async () => {
    try {
      const [begun, photos] = await Promise.all([
        db.draft.get(finding.id),
        db.photo.where('findingId').equals(finding.id).toArray(),
      ]);
      if (!begun) await saveDraft(db, amendDraft(finding, photos, now()));
      onBegun?.();
    } catch (error) {
      toast(StorageTrouble.of(error).message);
    }
  };
}
