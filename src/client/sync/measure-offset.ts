/** A slower round trip says too little of the server's clock. */
const LONGEST_TRIP_MS = 10_000;
/** Smaller changes are the network's, not the clock's. */
const STEADY_MS = 1_000;

/**
 * Server time minus device time (ms), by the middle of the round trip; null
 * where the measure is no good or says nothing new, so that a person's deeds are
 * not reordered by the network's unsteadiness.
 */
export function measureOffset(
  sentAt: number,
  answeredAt: number,
  serverTime: number,
  known: number | null,
): number | null {
  const trip = answeredAt - sentAt;
  if (trip < 0 || trip > LONGEST_TRIP_MS) return null;
  const offset = Math.round(serverTime - (sentAt + answeredAt) / 2);
  if (known !== null && Math.abs(offset - known) <= Math.max(STEADY_MS, trip / 2)) return null;
  return offset;
}
