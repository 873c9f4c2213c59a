/** All that this office's server does by itself, and what wakes it. */
import type { Context } from '../context.ts';
import { HookSender } from '../notify/hook-sender.ts';
import { unreadOf } from '../notify/inbox.ts';
import { Notifier } from '../notify/notifier.ts';
import { PushSender } from '../notify/push-sender.ts';
import { historyDay } from './history-day.ts';
import { morning } from './morning.ts';

const MINUTE_MS = 60_000;

/** Lays the jobs down; they run once the scheduler starts. Answers how to end them. */
export async function prepareJobs(context: Context): Promise<() => Promise<void>> {
  const { store, officeId, pokes, bells, log, jobs } = context;
  const ringAll = async (accountIds: ReadonlySet<string>) => {
    for (const id of bells.listening(accountIds)) {
      bells.ring(id, await unreadOf(store.db, officeId, id));
    }
  };
  const notifier = new Notifier(context, (grown) => {
    if (grown.size === 0) return;
    ringAll(grown).catch((error: unknown) => log.warn({ err: error }, 'not rung'));
    jobs.ask('hook');
    jobs.ask('push');
  });
  const hooks = new HookSender(context);
  const pushes = new PushSender(context);
  await notifier.begin();
  jobs.add({ name: 'notify', everyMs: MINUTE_MS, run: () => notifier.run() });
  jobs.add({ name: 'hook', everyMs: MINUTE_MS / 2, run: () => hooks.run() });
  jobs.add({ name: 'push', everyMs: MINUTE_MS / 2, run: () => pushes.run() });
  jobs.add({ name: 'morning', everyMs: 5 * MINUTE_MS, run: () => morning(context, notifier) });
  jobs.add({ name: 'history-day', everyMs: 5 * MINUTE_MS, run: () => historyDay(context) });
  const stop = pokes.listen(() => jobs.ask('notify'));
  return async () => {
    stop();
    await jobs.close();
  };
}
