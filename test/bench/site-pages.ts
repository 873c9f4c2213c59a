/** Builds the pages under measurement, minified as the product's own page is. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../support/walls/source-file.ts';

/** Those of the product and the floors, and those of the peers. */
export const OWN_PAGES = ['own', 'bare', 'history'] as const;
export const PEER_PAGES = ['pouchdb', 'rxdb'] as const;
export type PageName = (typeof OWN_PAGES)[number] | (typeof PEER_PAGES)[number];

export async function buildPages(folder: string, names: readonly PageName[]): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    base: '/bench/',
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      outDir: folder,
      target: 'chrome109',
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(
          names.map((name) => [name, join(ROOT, 'test/bench/pages', `${name}.ts`)]),
        ),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  for (const name of names) {
    const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${name}</title><script type="module" src="/bench/${name}.js"></script>`;
    await writeFile(join(folder, `${name}.html`), html);
  }
}
