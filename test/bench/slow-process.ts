/**
 * A browser's own throttle slows the page and not its workers. Here the processes that
 * draw pages are stopped three quarters of the time, workers and all.
 */
import type { Browser } from '@playwright/test';

const PERIOD_MS = 16;

/** Until the answer is called, each of them runs for one part in `times` of every period. */
export async function slowRenderers(browser: Browser, times: number): Promise<() => void> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const pids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  let over = false;
  const signal = (name: NodeJS.Signals) => {
    for (const pid of pids) process.kill(pid, name);
  };
  const run = () => {
    if (over) return;
    signal('SIGCONT');
    setTimeout(stop, PERIOD_MS / times);
  };
  const stop = () => {
    if (over) return;
    signal('SIGSTOP');
    setTimeout(run, PERIOD_MS - PERIOD_MS / times);
  };
  run();
  return () => {
    over = true;
    signal('SIGCONT');
  };
}
