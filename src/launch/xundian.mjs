/** `npm run xundian -- import FILE`: what the office does at the server's own console. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './built.mjs';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { DIST, ROOT } from './place.mjs';
import { runScript } from './say.mjs';

await runScript(async () => {
  requireNode();
  await ensureInstalled();
  await ensureBuilt();
  const server = await import(pathToFileURL(join(DIST, 'server', 'main.js')).href);
  await server.command(process.argv.slice(2), process.env, ROOT);
});
