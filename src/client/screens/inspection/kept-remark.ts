/**
 * 例数 and 备注 as they are typed, until they are saved: written at each key, gone once
 * saved. They are of whoever typed them: two people of a group may open the same visit.
 */
import * as z from 'zod/mini';
import type { KeptRemarks } from './remark-queue.ts';

const Remark = z.object({ note: z.string(), count: z.nullable(z.number()) });

export function keptRemarks(accountId: string, inspectionId: string): KeptRemarks {
  const keyOf = (itemId: string) => `xundian-remark.${accountId}.${inspectionId}.${itemId}`;
  return {
    recall(itemId) {
      const stored = localStorage.getItem(keyOf(itemId));
      if (stored === null) return null;
      try {
        const remark = Remark.safeParse(JSON.parse(stored));
        return remark.success ? remark.data : null;
      } catch (error) {
        console.info('备注没有恢复', error);
        return null;
      }
    },
    keep: (itemId, remark) => localStorage.setItem(keyOf(itemId), JSON.stringify(remark)),
    forget: (itemId) => localStorage.removeItem(keyOf(itemId)),
  };
}
