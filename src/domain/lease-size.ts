/** 号段领用: how many numbers a device should hold, by how many it uses. */
import { OFFICE_OFFSET_MS } from './civil.ts';

/** Days whose use counts, the running one included. */
export const USE_DAYS = 30;

/** What a device holds of which no use is known. */
const UNKNOWN_USE = 10;
const FEWEST = 4;
/** No device holds more: a lost one should not cost the register more lines than a busy day has notices. */
export const MOST_LEASES = 40;

/**
 * Numbers that a device should hold: enough for twice its busiest day, so that a
 * day without network never runs dry.
 *
 * @param perDay how many of its numbers were used on each of the last `USE_DAYS` days
 */
export function leaseSize(perDay: Iterable<number>): number {
  const busiest = Math.max(0, ...perDay);
  return busiest === 0 ? UNKNOWN_USE : Math.min(MOST_LEASES, Math.max(FEWEST, 2 * busiest + 2));
}

/** Whether so few are left that it is topped up: fewer than half. */
export function isLow(left: number, size: number): boolean {
  return left * 2 < size;
}

/** Days of the office's calendar since 1970 at an instant (ms). */
export function officeDay(at: number): number {
  return Math.floor((at + OFFICE_OFFSET_MS) / 86_400_000);
}
