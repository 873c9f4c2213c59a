/** How many tests passed, failed and were skipped, from the runners' own reports. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere } from './files.mjs';
import { CACHE } from './place.mjs';

export const VITEST_REPORT = join(CACHE, 'vitest.json');
export const SIM_REPORT = join(CACHE, 'sim.json');
export const PLAYWRIGHT_REPORT = join(CACHE, 'playwright.json');

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

export async function forgetReports() {
  await rm(VITEST_REPORT, { force: true });
  await rm(SIM_REPORT, { force: true });
  await rm(PLAYWRIGHT_REPORT, { force: true });
}

/**
 * @param {boolean} stageFailed a stage may fail with no test failing: a type error, a file that does not load
 * @returns {Promise<Outcome>}
 */
export async function readOutcome(stageFailed) {
  /** @type {{ numPassedTests?: number, numFailedTests?: number, numPendingTests?: number, numTodoTests?: number }} */
  const unit = JSON.parse((await readIfThere(VITEST_REPORT)) ?? '{}');
  /** @type {{ stats?: { expected: number, unexpected: number, flaky: number, skipped: number } }} */
  const browser = JSON.parse((await readIfThere(PLAYWRIGHT_REPORT)) ?? '{}');
  /** @type {{ kept?: number, broken?: number }} seeds */
  const sim = JSON.parse((await readIfThere(SIM_REPORT)) ?? '{}');
  const { expected = 0, flaky = 0, unexpected = 0 } = browser.stats ?? {};
  const failed = (unit.numFailedTests ?? 0) + (sim.broken ?? 0) + unexpected;
  return {
    passed: (unit.numPassedTests ?? 0) + (sim.kept ?? 0) + expected + flaky,
    failed: stageFailed ? Math.max(1, failed) : failed,
    skipped: (unit.numPendingTests ?? 0) + (unit.numTodoTests ?? 0) + (browser.stats?.skipped ?? 0),
  };
}

/** @param {Outcome} outcome */
export function sayOutcome({ passed, failed, skipped }) {
  const counts = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${counts}, ${skipped} skipped` : counts;
}
