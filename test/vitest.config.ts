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
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', '**/node_modules/**'],
    environment: 'node',
    globalSetup: existsSync(postgres) ? [postgres] : [],
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
  },
});
