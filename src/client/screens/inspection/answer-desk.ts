/** Answers of one inspection, each saved durably before the screen shows it. DOM-free. */
import type { Verdict } from '../../../domain/answer.ts';
import { type Outcome, sayRefusal } from '../../../protocol/refusals.ts';
import { answerItem, type NaReason, remarkOnItem } from '../../store/answers.ts';
import type { Author } from '../../store/author.ts';
import { StorageTrouble } from '../../store/storage-trouble.ts';
import { createRemarkQueue, type RemarkQueue, type RemarkQueueParts } from './remark-queue.ts';

export interface AnswerDesk {
  readonly remarks: RemarkQueue;
  /** Null takes the answer back, and drops what was typed beside it. False where it was not saved. */
  answer(itemId: string, verdict: Verdict | null, reason: NaReason): Promise<boolean>;
}

export interface AnswerDeskParts extends Omit<RemarkQueueParts, 'send'> {
  readonly inspectionId: string;
  /** How the deeds are called. */
  readonly title: string;
  author(): Author;
  /** Why something was not saved, for the person. */
  tell(words: string): void;
}

export function createAnswerDesk(parts: AnswerDeskParts): AnswerDesk {
  const { inspectionId, title, author, tell } = parts;
  const saved = async (doing: Promise<Outcome | null>): Promise<boolean> => {
    try {
      const outcome = await doing;
      if (outcome?.ok === false) tell(sayRefusal(outcome.reason, outcome.detail));
      return outcome?.ok ?? false;
    } catch (error) {
      tell(StorageTrouble.of(error).message);
      return false;
    }
  };
  const remarks = createRemarkQueue({
    ...parts,
    send: (itemId, remark) =>
      saved(remarkOnItem(author(), { inspectionId, itemId, title }, remark)),
  });
  return {
    remarks,
    answer: (itemId, verdict, reason) =>
      remarks.carry(itemId, (typed) =>
        saved(answerItem(author(), { inspectionId, itemId, title }, { verdict, reason }, typed)),
      ),
  };
}
