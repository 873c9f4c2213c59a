/** One configuration for all uses: the page, the verify and reply pages, the server, the service worker, and the tests. */
import { defineConfig, type UserConfig } from 'vite';
import tests from './test/vitest.config.ts';

/** The oldest browsers that an office's tablets and desks run; by what each can do, not by taste. */
const BROWSERS = ['chrome109', 'edge109', 'firefox115', 'safari16.4'];

const shared = {
  envDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
} satisfies UserConfig;

/** A slow machine is no fault of the build, and any warning fails it. */
const bundler = { checks: { bundlerTimings: false } };

/** Its sources as they were written: what it publishes for browsers of 2015 is twice the size. */
const tus = { find: /^tus-js-client$/, replacement: 'tus-js-client/lib/browser/index.js' };

/** Shared by many screens, but by none of the first: papers and what they are signed and drawn with, and ids. */
const LATER =
  /src\/(document|client\/(fonts|paper|signing|store\/(decisions|rule-book|scopes))|protocol\/(mutations|refusals|notice-record|sealed|seal-payload|base64url|fonts))|uuidv7/;
const isOfFirstUse = (module: string) => !LATER.test(module);

const client: UserConfig = {
  ...shared,
  resolve: { alias: [tus] },
  worker: { format: 'es', rolldownOptions: bundler },
  build: {
    target: BROWSERS,
    // What many screens share makes one file: fifty small ones shrink less and weigh 7 % more.
    rolldownOptions: {
      ...bundler,
      output: {
        codeSplitting: { groups: [{ name: 'base', minShareCount: 8, test: isOfFirstUse }] },
      },
    },
    // A later screen's parts are on the device already, or fetched behind the first one: the list
    // of what each is made of would weigh more in the first load than it saves.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, parts, { hostType }) => (hostType === 'html' ? parts : []),
    },
    // The page's own security policy lets no font or script in as data.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
};

/** For whatever opens a scanned address: a messenger's own browser of some years ago as well. */
const plainPage = (base: string): UserConfig => ({
  ...shared,
  base,
  publicDir: false,
  build: {
    target: ['es2020', 'chrome78', 'safari13.1'],
    rolldownOptions: bundler,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
});

const server: UserConfig = {
  ...shared,
  publicDir: false,
  // Hundreds of small files otherwise: in one, the server's start takes half the time.
  ssr: { noExternal: ['chinese-days', 'kysely', 'pinyin-pro', 'uuidv7', 'zod', /^@tus\//] },
  build: { ssr: 'src/server/main.ts', target: 'node20', rolldownOptions: bundler },
};

const worker: UserConfig = {
  ...shared,
  resolve: { alias: [tus] },
  publicDir: false,
  // A library build leaves it alone, and workbox would print its debugging to the tablet's console.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    target: BROWSERS,
    rolldownOptions: bundler,
    lib: { entry: 'sw/worker.ts', formats: ['iife'], name: 'worker', fileName: () => 'sw.js' },
  },
};

export default defineConfig(({ mode }) => {
  if (mode === 'test') return tests;
  if (mode === 'server') return server;
  if (mode === 'verify') return plainPage('/v/');
  if (mode === 'reply') return plainPage('/r/');
  return mode === 'worker' ? worker : client;
});
