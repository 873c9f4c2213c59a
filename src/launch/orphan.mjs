const LOOK_EVERY_MS = 100;

/**
 * Ends this process as SIGTERM would once the shell that npm put around it is
 * gone: npm passes a signal to that shell only, and not every shell passes it on.
 */
export function endWithShell() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  watch.unref();
}
