/**
 * `npm test`: everything that must hold, on a fresh clone too. It stops at the
 * first stage that fails and ends with one plain line of counts.
 */
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { forgetReports, readOutcome, sayOutcome } from './outcome.mjs';
import { messageOf, runScript, SetupError, say } from './say.mjs';
import { stagesFor } from './stages.mjs';

await runScript(async () => {
  requireNode();
  await ensureInstalled();
  const stages = await stagesFor(process.argv.slice(2));
  await forgetReports();
  let failed = false;
  for (const stage of stages) {
    say(`\n▶ ${stage.title}`);
    const began = performance.now();
    failed = !(await passes(stage));
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(`${failed ? '✗' : '✓'} ${stage.title}，${seconds} 秒`);
    if (failed) break;
  }
  say(`\n${sayOutcome(await readOutcome(failed))}`);
  process.exitCode = failed ? 1 : 0;
});

/** @param {import('./stages.mjs').Stage} stage */
async function passes(stage) {
  try {
    return (await stage.run()) === 0;
  } catch (error) {
    console.error(error instanceof SetupError ? messageOf(error) : error);
    return false;
  }
}
