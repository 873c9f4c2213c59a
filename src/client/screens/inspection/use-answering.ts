/** Every tap on an answer is a deed, saved durably before the screen shows it. */
import { NA_REASONS, type Verdict } from '../../../domain/answer.ts';
import type { MutationArgs } from '../../../protocol/mutations/index.ts';
import { sayRefusal } from '../../../protocol/refusals.ts';
import type { Item } from '../../../protocol/rows/index.ts';
import { deleteDraft, saveDraft } from '../../store/drafts.ts';
import { StorageTrouble } from '../../store/storage-trouble.ts';
import { toast } from '../../ui/toast.tsx';
import { useUnits } from '../../ui/use-city.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import type { Remark } from './kept-remark.ts';
import { isUntouched, newDraft } from './new-draft.ts';
import type { OpenInspection } from './use-inspection.ts';

export type NaReason = MutationArgs['inspection.answer']['reason'];

export interface Answering {
  /** A tap: the chosen verdict again takes it back. Resolves once it is saved. */
  choose(item: Item, verdict: Verdict, reason?: NaReason): Promise<void>;
  /** Count and note beside the verdict that stands; false where they were not saved. */
  remark(item: Item, remark: Remark): Promise<boolean>;
}

export function useAnswering(
  open: OpenInspection,
  onProblem: (draftId: string) => void,
): Answering {
  const { db, mutate, now } = useWorkplace();
  const units = useUnits() ?? [];
  const { inspection, point, findings, drafts } = open;

  const send = async (
    item: Item,
    args: Pick<MutationArgs['inspection.answer'], 'verdict' | 'reason' | 'count' | 'note'>,
  ): Promise<boolean> => {
    const title = `检查：${point.name}`;
    try {
      const outcome = await mutate(
        'inspection.answer',
        { id: inspection.id, itemId: item.id, ...args },
        title,
      );
      if (!outcome.ok) toast(sayRefusal(outcome.reason, outcome.detail));
      return outcome.ok;
    } catch (error) {
      toast(StorageTrouble.of(error).message);
      return false;
    }
  };

  const followUp = async (item: Item, verdict: Verdict | null) => {
    const begun = drafts.find((draft) => draft.itemId === item.id);
    if (verdict !== 'unmet') {
      if (begun && isUntouched(begun, item)) await deleteDraft(db, begun.id);
      return;
    }
    if (begun) {
      onProblem(begun.id);
      return;
    }
    if (findings.some((finding) => finding.itemId === item.id)) return;
    const { id, roundId } = inspection;
    const draft = newDraft({ point, roundId, inspectionId: id, item, units, at: now() });
    await saveDraft(db, draft);
    onProblem(draft.id);
  };

  return {
    async choose(item, verdict, reason = null) {
      const before = inspection.answers[item.id];
      // 不适用 with another reason is a correction, without one it is the second tap.
      const again = before?.verdict === verdict && reason === null;
      const next = again ? null : verdict;
      const count = verdict === 'met' || verdict === 'na' ? null : (before?.count ?? null);
      const note = before?.note ?? '';
      if (await send(item, { verdict: next, reason, count, note })) await followUp(item, next);
    },
    async remark(item, remark) {
      const before = inspection.answers[item.id];
      if (!before) return false;
      const { verdict, reason } = before;
      return send(item, { verdict, reason: asReason(reason), ...remark });
    },
  };
}

/** A reason as stored is any text; only those of the list may be sent again. */
function asReason(reason: string | null): NaReason {
  return NA_REASONS.find((known) => known === reason) ?? null;
}
