/** `npm run bench [-- name …]`: measures against floors in one run; the raw rounds go to test/bench/RESULTS.md. */
import { join } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { ROOT } from './place.mjs';
import { runScript } from './say.mjs';

await runScript(async () => {
  requireNode();
  await ensureInstalled();
  await ensureBuilt();
  await ensureChromium();
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(ROOT, 'test', 'bench', 'main.ts'), {
    root: ROOT,
    configFile: false,
  });
  await module.bench(process.argv.slice(2));
});
