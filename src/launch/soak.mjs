/** `npm run soak -- --seeds 10000 [--from N]`: the simulation over many seeds, longer than `npm test` has time for. */
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { runScript } from './say.mjs';
import { runSim } from './sim.mjs';

await runScript(async () => {
  requireNode();
  await ensureInstalled();
  process.exitCode = await runSim(process.argv.slice(2));
});
