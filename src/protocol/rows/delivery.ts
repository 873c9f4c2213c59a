/** 送达: how and to whom a notice was handed over. */
import * as z from 'zod/mini';
import { OTHER_WAYS } from '../../domain/delivery.ts';
import { Id, Instant, sentence, text } from './shared.ts';

export const MAX_SIDE = 4000;
export const MAX_STROKES = 200;
/** Numbers, not points; of one stroke and of all together. */
export const MAX_COORDINATES = 2000;
export const MAX_IN_ALL = 20_000;

const Stroke = z.array(z.int().check(z.gte(0), z.lte(MAX_SIDE))).check(
  z.minLength(2),
  z.maxLength(MAX_COORDINATES),
  z.refine(({ length }) => length % 2 === 0),
);

/** A handwritten signature as vectors; one stroke is `[x, y, x, y, …]` within the field's size. */
export const Signature = z.object({
  width: z.int().check(z.gte(1), z.lte(MAX_SIDE)),
  height: z.int().check(z.gte(1), z.lte(MAX_SIDE)),
  strokes: z.array(Stroke).check(
    z.minLength(1),
    z.maxLength(MAX_STROKES),
    z.refine((strokes) => strokes.flat().length <= MAX_IN_ALL),
  ),
});
export type Signature = z.infer<typeof Signature>;

/** 拒收事由 and 备注: two of them and why one was corrected go on one line of 经过. */
const MAX_REASON = 300;
export const MAX_WHY_CORRECTED = 200;

/** A receipt has two sides, and an envelope. */
export const MAX_RECEIPT_PHOTOS = 4;

/** What was done; who did it and when comes with the deed. */
export const HandOver = z.discriminatedUnion('kind', [
  /** 直接送达: signed on the tablet. */
  z.object({
    kind: z.literal('signed'),
    receiver: sentence(60),
    /** 职务 of who signed; may be empty. */
    duty: text(60),
    signature: Signature,
  }),
  /** 拒收, left there before a witness (留置送达). */
  z.object({
    kind: z.literal('refused'),
    reason: sentence(MAX_REASON),
    witness: sentence(60),
    witnessDuty: text(60),
    witnessSignature: z.nullable(Signature),
  }),
  z.object({
    kind: z.literal('otherwise'),
    way: z.enum(OTHER_WAYS),
    receiver: sentence(60),
    note: text(MAX_REASON),
    /** The photos of the paper receipt. */
    photoIds: z.array(Id).check(z.minLength(1), z.maxLength(MAX_RECEIPT_PHOTOS)),
  }),
  /** 在线签收: the unit itself, signed in or through the link of the notice. */
  z.object({
    kind: z.literal('online'),
    receiver: sentence(60),
    duty: text(60),
    phone: text(40),
  }),
]);
export type HandOver = z.infer<typeof HandOver>;

/** One entry of record. */
export const DeliveryEntry = z.object({
  how: HandOver,
  /** 签收时间, corrected (ms). */
  at: Instant,
  by: Id,
  byName: text(60),
  /** 更正的理由: why the entry before it did not stand; empty for the first. */
  reason: text(MAX_WHY_CORRECTED),
});
export type DeliveryEntry = z.infer<typeof DeliveryEntry>;

/** The entry that holds, with those that it has corrected, the oldest first: none is ever lost. */
export const Delivery = z.extend(DeliveryEntry, { earlier: z.array(DeliveryEntry) });
export type Delivery = z.infer<typeof Delivery>;
