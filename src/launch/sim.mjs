/** Runs the simulation of devices, network and server (test/sim). */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runNode } from './child.mjs';
import { CACHE, ROOT } from './place.mjs';

/**
 * It is put into one file first, so that its processes share nothing but the
 * seeds. Resolves to an exit code.
 * @param {readonly string[]} args as test/sim/main.ts takes them
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function runSim(args, env) {
  const folder = join(CACHE, `sim-${process.pid}`);
  try {
    return await runNode([await bundle(folder), ...args], env);
  } finally {
    await rm(folder, { recursive: true, force: true });
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
