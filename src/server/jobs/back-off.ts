/** How long what could not be sent waits for its next try (ms); after the last it is given up, on record. */
const MINUTE = 60_000;
const WAITS = [0.5, 2, 10, 30, 60, 120, 240, 480].map((minutes) => minutes * MINUTE);

/** @param tries how often it was tried; null once that was often enough */
export function waitAfter(tries: number): number | null {
  return WAITS[tries - 1] ?? null;
}
