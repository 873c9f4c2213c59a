/**
 * The long runs that `npm test` has no time for.
 * `npm run soak -- --seeds 10000 [--from N]`: the simulation over many seeds (test/sim).
 * `npm run soak -- --issues 1000000`: that many notices over a year's turn (test/server/years-turn).
 * `npm run soak -- --kills 200 [--seed N]`: kills of the real browser and server (test/kills).
 */
import { join } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { runNode } from './child.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { ROOT } from './place.mjs';
import { runScript } from './say.mjs';
import { runSim } from './sim.mjs';

await runScript(async () => {
  requireNode();
  await ensureInstalled();
  const args = process.argv.slice(2);
  if (args.includes('--issues')) process.exitCode = await issue(args);
  else process.exitCode = args.includes('--kills') ? await kill(args) : await runSim(args);
});

/** @param {readonly string[]} args */
async function issue(args) {
  const issues = args[args.indexOf('--issues') + 1] ?? '1000000';
  const file = 'test/server/years-turn/numbers-over-the-year.test.ts';
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  return runNode([vitest, 'run', '--config', 'test/vitest.config.ts', file], {
    ...process.env,
    SOAK_ISSUES: issues,
  });
}

/** @param {readonly string[]} args */
async function kill(args) {
  await ensureBuilt();
  await ensureChromium();
  const { createServer } = await import('vite');
  const modules = await createServer({
    root: ROOT,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  try {
    const { kills } = await modules.ssrLoadModule(join(ROOT, 'test', 'kills', 'main.ts'));
    return await kills(args);
  } finally {
    await modules.close();
  }
}
