/**
 * `npm run soak -- --seeds 10000 [--from N]`: the simulation of devices, network
 * and server (test/sim) over many seeds. It is put into one file first, so that
 * its processes share nothing but the seeds.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runNode } from './child.mjs';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { CACHE, ROOT } from './place.mjs';
import { runScript } from './say.mjs';

await runScript(async () => {
  requireNode();
  await ensureInstalled();
  const folder = join(CACHE, `sim-${process.pid}`);
  try {
    process.exitCode = await runNode([await bundle(folder), ...process.argv.slice(2)]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

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
