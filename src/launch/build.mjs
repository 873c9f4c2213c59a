/**
 * `npm run build`: the client, the server and the service worker into dist/. The
 * new build takes the old one's place only when all of it is there, and any
 * warning fails it: a warning in a precache list is a tablet that fails offline.
 */
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { appVersion, BUILD_STAMP, sourceHash } from './built.mjs';
import { makeBoxFonts } from './fonts/make.mjs';
import { manifestOf } from './fonts/manifest.mjs';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { thirdPartyNotices } from './notices.mjs';
import { DIST, ROOT } from './place.mjs';
import { runScript, say } from './say.mjs';

/** Pages of their own, with nothing of the app. */
const PAGES = new Map([
  ['verify', 'src/client/verify'],
  ['reply', 'src/client/reply'],
]);
/** Each mode of vite.config.ts and where it goes, in this order: the client empties its folder first. */
const PARTS = [
  { mode: 'client', to: 'client' },
  { mode: 'verify', to: 'client/v' },
  { mode: 'reply', to: 'client/r' },
  { mode: 'server', to: 'server' },
  { mode: 'worker', to: 'worker' },
];

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
    for (const part of ['client', 'server', 'fonts']) {
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
  for (const { mode, to } of PARTS) {
    await build({
      root: join(ROOT, PAGES.get(mode) ?? ''),
      configFile: join(ROOT, 'vite.config.ts'),
      mode,
      logLevel: 'warn',
      customLogger: logger,
      define: { __APP_VERSION__: JSON.stringify(version) },
      build: { outDir: join(folder, to), emptyOutDir: true },
    });
  }
  await makeFonts(folder);
  await writeFile(join(folder, 'client', 'THIRD-PARTY.txt'), await thirdPartyNotices());
  warnings.push(...(await injectPrecache(folder)));
  if (warnings.length > 0) throw new Error(`生成时有警告：\n${warnings.join('\n')}`);
}

/**
 * The fonts beside the client, since no tablet waits for them; what they are, and
 * their licence, with it.
 * @param {string} folder
 */
async function makeFonts(folder) {
  const fonts = join(folder, 'fonts');
  const made = await makeBoxFonts(fonts);
  const server = await import(pathToFileURL(join(folder, 'server', 'main.js')).href);
  const manifest = await manifestOf(fonts, made, server.measureBytes);
  await writeFile(join(fonts, 'fonts.json'), manifest);
  await writeFile(join(folder, 'client', 'fonts.json'), manifest);
  await copyFile(join(fonts, 'OFL.txt'), join(folder, 'client', 'OFL.txt'));
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
    globIgnores: ['sw.js', 'screenshots/**', 'r/**'],
    // Content is in the name already.
    dontCacheBustURLsMatching: /^assets\//,
    maximumFileSizeToCacheInBytes: 1_500_000,
  });
  return warnings;
}
