/**
 * `npm run soak -- --seeds 10000 [--from N]`: the simulation of devices, network
 * and server (test/sim) over many seeds. It is put into one file first, so that
 * its processes share nothing but the seeds.
 * `npm run soak -- --kills 200 [--seed N]`: kills of the real ones (test/kills).
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { runNode } from './child.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { CACHE, ROOT } from './place.mjs';
import { runScript } from './say.mjs';

await runScript(async () => {
  requireNode();
  await ensureInstalled();
  const args = process.argv.slice(2);
  if (args.includes('--kills')) {
    await kill(args);
    return;
  }
  const folder = join(CACHE, `sim-${process.pid}`);
  try {
    process.exitCode = await runNode([await bundle(folder), ...args]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

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
    process.exitCode = await kills(args);
  } finally {
    await modules.close();
  }
}

/**
 * Answers the path of the simulation as one file.
 * @param {string} folder
 */
async function bundle(folder) {
  const { build } = await import('vite');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: join(ROOT, 'test', 'sim', 'main.ts'),
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { codeSplitting: false, entryFileNames: 'main.mjs' } },
    },
  });
  return join(folder, 'main.mjs');
}
