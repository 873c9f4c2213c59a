/** `npm run look [-- --only screen]`: pictures of every screen into .look/, to review the product in a minute. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
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
  const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(ROOT, 'test', 'look', 'main.ts'), {
    root: ROOT,
    configFile: false,
  });
  await module.look(values.only);
});
