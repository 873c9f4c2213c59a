/**
 * `npm run build`: the client, the server and the service worker into dist/. The
 * new build takes the old one's place only when all of it is there, and any
 * warning fails it: a warning in a precache list is a tablet that fails offline.
 */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appVersion, BUILD_STAMP, sourceHash } from './built.mjs';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { DIST, ROOT } from './place.mjs';
import { runScript, say } from './say.mjs';

await runScript(async () => {
  requireNode();
  await ensureInstalled();
  const began = performance.now();
  // Whoever calls may have set it for tests; what is built is what users run.
  process.env.NODE_ENV = 'production';
  const hash = await sourceHash();
  const next = join(DIST, `next-${process.pid}`);
  try {
    await buildInto(next, await appVersion(hash));
    await rm(BUILD_STAMP, { force: true });
    for (const part of ['client', 'server']) {
      await rm(join(DIST, part), { recursive: true, force: true });
      await rename(join(next, part), join(DIST, part));
    }
    await writeFile(BUILD_STAMP, hash);
  } finally {
    await rm(next, { recursive: true, force: true });
  }
  say(`已生成 dist/，用时 ${((performance.now() - began) / 1000).toFixed(1)} 秒`);
});

/**
 * @param {string} folder
 * @param {string} version
 */
async function buildInto(folder, version) {
  await mkdir(folder, { recursive: true });
  const { build, createLogger } = await import('vite');
  /** @type {string[]} */
  const warnings = [];
  const logger = createLogger('warn');
  logger.warn = (message) => warnings.push(message);
  logger.warnOnce = logger.warn;
  for (const mode of ['client', 'server', 'worker']) {
    await build({
      root: ROOT,
      configFile: join(ROOT, 'vite.config.ts'),
      mode,
      logLevel: 'warn',
      customLogger: logger,
      define: { __APP_VERSION__: JSON.stringify(version) },
      build: { outDir: join(folder, mode), emptyOutDir: true },
    });
  }
  warnings.push(...(await injectPrecache(folder)));
  if (warnings.length > 0) throw new Error(`生成时有警告：\n${warnings.join('\n')}`);
}

/**
 * Writes the list of files that the worker keeps into it.
 * @param {string} folder
 * @returns {Promise<string[]>} warnings
 */
async function injectPrecache(folder) {
  const { injectManifest } = await import('workbox-build');
  const { warnings } = await injectManifest({
    swSrc: join(folder, 'worker', 'sw.js'),
    swDest: join(folder, 'client', 'sw.js'),
    globDirectory: join(folder, 'client'),
    globPatterns: ['**/*.{html,js,css,svg,png,webp,json,webmanifest,woff2}'],
    // Large fonts are fetched when a paper is made, not before a tablet may work.
    globIgnores: ['sw.js', 'fonts/**', 'screenshots/**'],
    // Content is in the name already.
    dontCacheBustURLsMatching: /^assets\//,
    maximumFileSizeToCacheInBytes: 1_500_000,
  });
  return warnings;
}
