/**
 * `npm run bench [-- name …] [--rounds N]`: measures against floors and peers in
 * one run. Of a whole run the figures and raw rounds go to test/bench/RESULTS.md.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './built.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { ensurePeers } from './peers.mjs';
import { ROOT } from './place.mjs';
import { runScript } from './say.mjs';

/** What is measured beside peers. */
const WITH_PEERS = ['reconnect', 'download', 'tap'];
const ROUNDS = '5';

await runScript(async () => {
  requireNode();
  const { values, positionals: only } = parseArgs({
    options: { rounds: { type: 'string', default: ROUNDS } },
    allowPositionals: true,
  });
  await ensureInstalled();
  await ensureBuilt();
  await ensureChromium();
  const beside = only.length === 0 || only.some((name) => WITH_PEERS.includes(name));
  const peers = beside && (await ensurePeers());
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(ROOT, 'test', 'bench', 'main.ts'), {
    root: ROOT,
    configFile: false,
  });
  await module.bench({ only, rounds: Number(values.rounds), peers });
});
