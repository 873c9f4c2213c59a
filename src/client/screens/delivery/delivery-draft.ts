/**
 * A 送达 that is being written down, fields and strokes alike; it survives a reload.
 * Kept by person and notice, dropped once it is a deed or thrown away.
 */
import * as z from 'zod/mini';
import { OTHER_WAYS } from '../../../domain/delivery.ts';
import type { MutationArgs } from '../../../protocol/mutations/index.ts';
import { PhotoArgs } from '../../../protocol/mutations/photos.ts';
import { Signature } from '../../../protocol/rows/delivery.ts';
import type { DeliveryEntry, HandOver } from '../../../protocol/rows/index.ts';

const Draft = z.object({
  kind: z.enum(['signed', 'refused', 'otherwise']),
  receiver: z.string(),
  duty: z.string(),
  signature: z.nullable(Signature),
  reason: z.string(),
  witness: z.string(),
  witnessDuty: z.string(),
  witnessSignature: z.nullable(Signature),
  way: z.enum(OTHER_WAYS),
  note: z.string(),
  photos: z.array(PhotoArgs),
  /** 签收时间 (ms); null for the moment at which it is saved. */
  at: z.nullable(z.number()),
  /** 更正的理由. */
  why: z.string(),
  /** Place of the refused deed that it stands for; null for none. */
  redoes: z.nullable(z.int()),
});
export type DeliveryDraft = z.infer<typeof Draft>;

export const NEW_DELIVERY: DeliveryDraft = {
  kind: 'signed',
  receiver: '',
  duty: '',
  signature: null,
  reason: '',
  witness: '',
  witnessDuty: '',
  witnessSignature: null,
  way: 'paper',
  note: '',
  photos: [],
  at: null,
  why: '',
  redoes: null,
};

/** Starts with what was said before: of an entry that is corrected, or of a refused deed. */
export function draftFrom(
  how: HandOver,
  photos: DeliveryDraft['photos'],
  at: DeliveryEntry['at'] | null,
): DeliveryDraft {
  const kept = { ...NEW_DELIVERY, photos: [...photos], at };
  // The unit has signed by itself; what the office corrects it by is a paper.
  if (how.kind === 'online') {
    return { ...kept, kind: 'otherwise', way: 'electronic', receiver: how.receiver };
  }
  const draft = { ...kept, kind: how.kind };
  if (how.kind === 'signed') {
    const { receiver, duty, signature } = how;
    return { ...draft, receiver, duty, signature };
  }
  if (how.kind === 'refused') {
    const { reason, witness, witnessDuty, witnessSignature } = how;
    return { ...draft, reason, witness, witnessDuty, witnessSignature };
  }
  const { way, receiver, note } = how;
  return { ...draft, way, receiver, note };
}

/** What is still to be filled in, in words; null where it can be saved. */
export function whatIsMissing(draft: DeliveryDraft, corrects: boolean): string | null {
  const lacks = (value: string) => value.trim() === '';
  if (corrects && lacks(draft.why)) return '请写明更正的理由。';
  if (draft.kind === 'refused') {
    if (lacks(draft.reason)) return '请写明拒收的事由。';
    return lacks(draft.witness) ? '请填写见证人的姓名。' : null;
  }
  if (lacks(draft.receiver)) return '请填写收件人的姓名。';
  if (draft.kind === 'signed') return draft.signature ? null : '请收件人在签名区签名。';
  return draft.photos.length > 0 ? null : '请拍下或选择回证的照片。';
}

/**
 * @param id the notice. Only for a draft that lacks nothing. What is signed or refused here
 * and now is of the moment; a paper receipt, or a correction, may tell of an earlier one.
 */
export function deliverArgs(
  id: string,
  draft: DeliveryDraft,
  corrects: boolean,
): MutationArgs['notice.deliver'] {
  const how = howOf(draft);
  return {
    id,
    how,
    at: corrects || how.kind === 'otherwise' ? draft.at : null,
    photos: how.kind === 'otherwise' ? [...draft.photos] : [],
  };
}

function howOf(draft: DeliveryDraft): HandOver {
  const { kind, signature } = draft;
  const receiver = draft.receiver.trim();
  if (kind === 'refused') {
    return {
      kind,
      reason: draft.reason.trim(),
      witness: draft.witness.trim(),
      witnessDuty: draft.witnessDuty.trim(),
      witnessSignature: draft.witnessSignature,
    };
  }
  if (kind === 'otherwise') {
    const photoIds = draft.photos.map((photo) => photo.id);
    return { kind, way: draft.way, receiver, note: draft.note.trim(), photoIds };
  }
  if (!signature) throw new Error('a delivery without a signature was about to be saved');
  return { kind, receiver, duty: draft.duty.trim(), signature };
}

function keyOf(accountId: string, noticeId: string): string {
  return `xundian-deliver.${accountId}.${noticeId}`;
}

export function recallDelivery(accountId: string, noticeId: string): DeliveryDraft | null {
  const stored = localStorage.getItem(keyOf(accountId, noticeId));
  if (stored === null) return null;
  try {
    const parsed = Draft.safeParse(JSON.parse(stored));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    console.info('没写完的送达没有恢复', error);
    return null;
  }
}

export function keepDelivery(accountId: string, noticeId: string, draft: DeliveryDraft): void {
  localStorage.setItem(keyOf(accountId, noticeId), JSON.stringify(draft));
}

export function dropDelivery(accountId: string, noticeId: string): void {
  localStorage.removeItem(keyOf(accountId, noticeId));
}
