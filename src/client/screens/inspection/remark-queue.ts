/**
 * 例数 and 备注 that are typed and not saved yet: sent when the hand rests. A tap
 * on a verdict takes them along, so that none is ever sent after it. DOM-free.
 */
import type { Remark } from '../../store/answers.ts';

/** Where they outlive the page: written at each key, gone once saved. */
export interface KeptRemarks {
  recall(itemId: string): Remark | null;
  keep(itemId: string, remark: Remark): void;
  forget(itemId: string): void;
}

export interface RemarkQueue {
  /** What is typed for an item and not saved yet; null with nothing. */
  waiting(itemId: string): Remark | null;
  type(itemId: string, remark: Remark): void;
  /** Gives what waits to a deed that says it or ends it; it waits on where that is not done. */
  carry(itemId: string, deed: (typed: Remark | null) => Promise<boolean>): Promise<boolean>;
  /** Sends all that waits at once. */
  flush(): void;
}

const REST_MS = 500;

export interface RemarkQueueParts {
  readonly kept: KeptRemarks;
  readonly itemIds: readonly string[];
  /** Saves it beside the verdict that stands; false where it was not saved. */
  send(itemId: string, remark: Remark): Promise<boolean>;
  /** Calls once after so many ms; the answer calls it off. */
  setTimer(run: () => void, ms: number): () => void;
}

export function createRemarkQueue({
  kept,
  itemIds,
  send,
  setTimer,
}: RemarkQueueParts): RemarkQueue {
  const typed = new Map<string, Remark>();
  const rests = new Map<string, () => void>();
  for (const id of itemIds) {
    const remark = kept.recall(id);
    if (remark) typed.set(id, remark);
  }
  const callOff = (itemId: string) => {
    rests.get(itemId)?.();
    rests.delete(itemId);
  };
  const carry: RemarkQueue['carry'] = async (itemId, deed) => {
    callOff(itemId);
    const remark = typed.get(itemId) ?? null;
    typed.delete(itemId);
    const done = await deed(remark);
    // What was typed meanwhile has its own turn.
    if (typed.has(itemId)) return done;
    if (done) kept.forget(itemId);
    else if (remark) typed.set(itemId, remark);
    return done;
  };
  const sendOne = (itemId: string) =>
    void carry(itemId, async (remark) => remark !== null && send(itemId, remark));
  return {
    waiting: (itemId) => typed.get(itemId) ?? null,
    type(itemId, remark) {
      callOff(itemId);
      typed.set(itemId, remark);
      kept.keep(itemId, remark);
      rests.set(
        itemId,
        setTimer(() => sendOne(itemId), REST_MS),
      );
    },
    carry,
    flush() {
      for (const itemId of [...typed.keys()]) sendOne(itemId);
    },
  };
}
