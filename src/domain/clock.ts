/** A device's clock against the server's. Deadlines follow the corrected time; both are kept. */

/** Beyond this the screen says that the tablet's clock is off. */
export const CLOCK_WARN_MS = 5 * 60_000;

/**
 * The corrected time (ms): the device's time plus its measured offset, never
 * later than `serverNow` where that is known, since nothing is done in the future.
 */
export function correctedTime(at: number, offset: number, serverNow?: number): number {
  const corrected = at + offset;
  return serverNow === undefined ? corrected : Math.min(corrected, serverNow);
}
