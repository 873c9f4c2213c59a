/** What is said of a 送达 in one line: in the history, in a refusal, in a list. */
import { type DeliveryWay, sayDeliveryWay } from '../domain/delivery.ts';
import type { Delivery, DeliveryEntry, HandOver } from './rows/delivery.ts';

export function wayOf(how: HandOver): DeliveryWay {
  if (how.kind === 'otherwise') return how.way;
  return how.kind === 'online' ? 'electronic' : how.kind;
}

/** E.g. `直接送达，王某（办公室主任）签收`; without a full stop. */
export function sayHandOver(how: HandOver): string {
  const way = sayDeliveryWay(wayOf(how));
  switch (how.kind) {
    case 'signed':
      return `${way}，${withDuty(how.receiver, how.duty)}签收`;
    case 'online':
      return `${way}，${withDuty(how.receiver, how.duty)}在线签收`;
    case 'refused':
      return `${way}，拒收：${how.reason}；见证人 ${withDuty(how.witness, how.witnessDuty)}`;
    case 'otherwise':
      return `${way}，${how.receiver}签收${how.note === '' ? '' : `；${how.note}`}`;
  }
}

/** The way and the name alone, e.g. `直接送达，王某（办公室主任）签收`. */
export function sayTaker(how: HandOver): string {
  if (how.kind === 'otherwise') return sayHandOver({ ...how, note: '' });
  if (how.kind !== 'refused') return sayHandOver(how);
  return `${sayDeliveryWay('refused')}，见证人 ${withDuty(how.witness, how.witnessDuty)}`;
}

/** `王某（办公室主任）`. */
export function withDuty(name: string, duty: string): string {
  return duty === '' ? name : `${name}（${duty}）`;
}

/**
 * The entry of who handed the paper over: a correction of a name or a way tells of the same
 * hand-over, at the same time, which somebody else may have made.
 */
export function giverOf(delivery: Delivery): DeliveryEntry {
  return delivery.earlier.find((entry) => entry.at === delivery.at) ?? delivery;
}
