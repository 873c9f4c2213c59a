import { useMemo } from 'preact/hooks';
import { useLive } from '../../ui/use-live.ts';
import { useNow } from '../../ui/use-now.ts';
import { type Queues, queuesOf } from './queues.ts';

/** Live: an answer that arrives stands in its list at once. */
export function useQueues(): Queues | undefined {
  const now = useNow();
  const read = useLive(async (db) => {
    const [findings, extensions] = await Promise.all([
      db.finding
        .filter(
          ({ state, extensionId }) =>
            state === 'replied' || state === 'shelved' || extensionId !== null,
        )
        .toArray(),
      db.extension.filter(({ state }) => state === 'asked').toArray(),
    ]);
    return { findings, extensions };
  }, []);
  return useMemo(() => read && queuesOf(read.findings, read.extensions, now), [read, now]);
}
