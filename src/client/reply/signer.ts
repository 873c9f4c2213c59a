/** Who answers, so that nobody types it twice; on this phone alone, for this notice. */
import * as z from 'zod/mini';
import type { Signer } from '../answer/answer-fields.tsx';
import { keep, recall } from '../answer/kept-text.ts';

const Kept = z.object({ byName: z.string(), duty: z.string(), phone: z.string() });

function keyOf(noticeId: string): string {
  return `xundian-r.${noticeId}.signer`;
}

export function recallSigner(noticeId: string): Signer {
  return recall(keyOf(noticeId), Kept) ?? { byName: '', duty: '', phone: '' };
}

export function keepSigner(noticeId: string, signer: Signer): void {
  keep(keyOf(noticeId), signer);
}

/** Only the name; what was said of duty and telephone stays. */
export function keepName(noticeId: string, byName: string): void {
  keepSigner(noticeId, { ...recallSigner(noticeId), byName });
}
