/** What nobody waits for comes after what the person came to see. */

/** The longest that such work is put off (ms), e.g. on a screen that never stands still. */
const LONGEST_MS = 2_000;
/** Safari does not say when it is idle. */
const ABOUT_MS = 300;

/** Resolves once the page has nothing left to draw. */
export function atRest(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) {
      requestIdleCallback(() => resolve(), { timeout: LONGEST_MS });
    } else setTimeout(resolve, ABOUT_MS);
  });
}
