/** Every tap on an answer is a deed, and 不符合 begins a problem. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Verdict } from '../../../domain/answer.ts';
import type { Item } from '../../../protocol/rows/index.ts';
import type { NaReason } from '../../store/answers.ts';
import { deleteDraft, saveDraft } from '../../store/drafts.ts';
import { toast } from '../../ui/toast.tsx';
import { useUnits } from '../../ui/use-city.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { createAnswerDesk } from './answer-desk.ts';
import { keptRemarks } from './kept-remark.ts';
import { isUntouched, newDraft } from './new-draft.ts';
import type { RemarkQueue } from './remark-queue.ts';
import type { OpenInspection } from './use-inspection.ts';

export interface Answering {
  /** A tap: the chosen verdict again takes it back. Resolves once it is saved. */
  choose(item: Item, verdict: Verdict, reason?: NaReason): Promise<void>;
  /** 例数 and 备注 that are being typed. */
  readonly remarks: RemarkQueue;
}

export function useAnswering(
  open: OpenInspection,
  readOnly: boolean,
  onProblem: (draftId: string) => void,
): Answering {
  const place = useWorkplace();
  const { db, now } = place;
  const latest = useRef(place);
  latest.current = place;
  const units = useUnits() ?? [];
  const { inspection, checklist, point, findings, drafts } = open;
  const [desk] = useState(() =>
    createAnswerDesk({
      inspectionId: inspection.id,
      title: `检查：${point.name}`,
      itemIds: checklist.items.map((item) => item.id),
      kept: keptRemarks(place.session.accountId, inspection.id),
      author: () => latest.current.author,
      tell: toast,
      setTimer(run, ms) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    }),
  );
  useEffect(() => {
    if (readOnly) return;
    // What a page that was killed had not saved, and what this one leaves.
    desk.remarks.flush();
    return desk.remarks.flush;
  }, [readOnly]);

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
    remarks: desk.remarks,
    async choose(item, verdict, reason = null) {
      // 不适用 with another reason is a correction, without one it is the second tap.
      const again = inspection.answers[item.id]?.verdict === verdict && reason === null;
      const next = again ? null : verdict;
      if (await desk.answer(item.id, next, reason)) await followUp(item, next);
    },
  };
}
