/** 号段领用: how many numbers a device should hold, by how many it uses. */
import { addDays, civilDateOf } from './civil.ts';

/** Days whose use counts, the running one included. */
export const USE_DAYS = 30;

/** What a device holds of which no use is known. */
const UNKNOWN_USE = 10;
const FEWEST = 4;
/** A lost device should not cost the year's register more lines than a busy day has notices. */
const MOST = 40;

/**
 * Numbers that a device should hold: enough for twice its busiest day, so that a
 * day without network never runs dry.
 *
 * @param usedAt instants (ms) at which numbers of this device were settled as used; older ones are ignored
 */
export function leaseSize(usedAt: readonly number[], now: number): number {
  const since = addDays(civilDateOf(now), 1 - USE_DAYS);
  const days = new Map<string, number>();
  for (const at of usedAt) {
    const day = civilDateOf(at);
    if (day >= since) days.set(day, (days.get(day) ?? 0) + 1);
  }
  const busiest = Math.max(0, ...days.values());
  return busiest === 0 ? UNKNOWN_USE : Math.min(MOST, Math.max(FEWEST, 2 * busiest + 2));
}

/** Whether so few are left that it is topped up: fewer than half. */
export function isLow(left: number, size: number): boolean {
  return left * 2 < size;
}
