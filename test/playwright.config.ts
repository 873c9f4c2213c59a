/** End-to-end tests: the built server, a real Chromium, real storage, real kills. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: fileURLToPath(new URL('e2e', import.meta.url)),
  outputDir: fileURLToPath(new URL('../test-results', import.meta.url)),
  reporter: [
    ['list'],
    [
      'json',
      {
        outputFile: fileURLToPath(
          new URL('../node_modules/.cache/xundian/playwright.json', import.meta.url),
        ),
      },
    ],
  ],
  fullyParallel: true,
  workers: Math.max(1, Math.min(2, availableParallelism())),
  forbidOnly: process.env.CI !== undefined,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  use: { actionTimeout: 15_000, navigationTimeout: 30_000 },
});
