/**
 * `npm start`: on a fresh clone with nothing but Node, installs what is missing,
 * builds what is stale and runs the office's server in this very process, so
 * that a signal reaches it directly.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './built.mjs';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { endWithShell } from './orphan.mjs';
import { DIST, ROOT } from './place.mjs';
import { runScript } from './say.mjs';

await runScript(async () => {
  requireNode();
  endWithShell();
  await ensureInstalled();
  await ensureBuilt();
  const server = await import(pathToFileURL(join(DIST, 'server', 'main.js')).href);
  await server.run(process.argv.slice(2), process.env, ROOT);
});
