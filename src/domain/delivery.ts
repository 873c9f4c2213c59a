/** 送达: the ways of handing a paper over, in the words of the 送达回证. */

/** 邮寄送达, 电子送达, or by hand where the receiver signed the paper itself. */
export const OTHER_WAYS = ['post', 'electronic', 'paper'] as const;
export type OtherWay = (typeof OTHER_WAYS)[number];

export type DeliveryWay = 'signed' | 'refused' | OtherWay;

const NAMES: Record<DeliveryWay, string> = {
  signed: '直接送达',
  refused: '留置送达',
  post: '邮寄送达',
  electronic: '电子送达',
  // Signed for by hand all the same, only not on the tablet.
  paper: '直接送达',
};

/** One of the four ways that the 送达回证 offers. */
export function sayDeliveryWay(way: DeliveryWay): string {
  return NAMES[way];
}

/** Whether the unit has taken it: where it refused, its problems stay 已交办. */
export function isTaken(way: DeliveryWay): boolean {
  return way !== 'refused';
}

const MINUTE = 60_000;

/**
 * Whether a paper can have been handed over then: not before it was issued, not in the
 * future. By the minute, since nobody writes seconds on a receipt. All in ms.
 */
export function mayHaveBeenDelivered(at: number, issuedAt: number, now: number): boolean {
  return Math.floor(at / MINUTE) >= Math.floor(issuedAt / MINUTE) && at <= now;
}
