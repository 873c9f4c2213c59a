/** Everything but the end-to-end tests, in Node. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Half an hour off and with summer time: whoever reads the machine's zone instead of the office's is found out.
process.env.TZ = 'America/St_Johns';

const root = fileURLToPath(new URL('..', import.meta.url));
const postgres = fileURLToPath(new URL('support/postgres-setup.ts', import.meta.url));

export default defineConfig({
  root,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { __APP_VERSION__: JSON.stringify('0.0.0+test') },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/sim/**', '**/node_modules/**'],
          // A third of the time went into reading the same modules anew for each file.
          isolate: false,
          // Before the first file of a process: Dexie looks for it once, when it is read.
          setupFiles: ['fake-indexeddb/auto'],
        },
      },
      // Puts a world of its own in the place of IndexedDB and the clock, for good.
      { extends: true, test: { name: 'sim', include: ['test/sim/**/*.test.ts'] } },
    ],
    environment: 'node',
    globalSetup: existsSync(postgres) ? [postgres] : [],
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
  },
});
