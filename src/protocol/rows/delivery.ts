/** 送达: how and to whom a notice was handed over. */
import * as z from 'zod/mini';
import { Id, Instant, sentence, text } from './shared.ts';

const MAX_STROKES = 200;
const MAX_COORDINATES = 2000;

/** A handwritten signature as vectors; one stroke is `[x, y, x, y, …]` within the field's size. */
export const Signature = z.object({
  width: z.int().check(z.gte(1), z.lte(4000)),
  height: z.int().check(z.gte(1), z.lte(4000)),
  strokes: z
    .array(
      z
        .array(z.int().check(z.gte(0), z.lte(4000)))
        .check(z.minLength(2), z.maxLength(MAX_COORDINATES)),
    )
    .check(z.minLength(1), z.maxLength(MAX_STROKES)),
});
export type Signature = z.infer<typeof Signature>;

/** 邮寄送达, 电子送达, or by hand where the receiver signed the paper itself. */
export const OTHER_WAYS = ['post', 'electronic', 'paper'] as const;

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
    reason: sentence(500),
    witness: sentence(60),
    witnessDuty: text(60),
    witnessSignature: z.nullable(Signature),
  }),
  z.object({
    kind: z.literal('otherwise'),
    way: z.enum(OTHER_WAYS),
    receiver: sentence(60),
    note: text(500),
    /** The photo of the paper receipt. */
    photoId: Id,
  }),
]);
export type HandOver = z.infer<typeof HandOver>;

export const Delivery = z.object({
  how: HandOver,
  /** 签收时间, corrected (ms). */
  at: Instant,
  by: Id,
  byName: text(60),
});
export type Delivery = z.infer<typeof Delivery>;
