import type { LocalDatabase } from '../store/database.ts';
import { readHead } from '../store/head.ts';
import { readFacts } from '../store/meta.ts';
import type { SyncStatus } from './status.ts';

/** What earlier sittings knew, for the screens before the first answer of this one. */
export async function recallStatus(db: Pick<LocalDatabase, 'meta' | 'head'>): Promise<SyncStatus> {
  const [{ lastContact, pulled }, { offset }] = await Promise.all([readFacts(db), readHead(db)]);
  return {
    phase: 'idle',
    failure: null,
    lastContact: lastContact ?? null,
    offset,
    firstPull: !(pulled ?? false),
    pulled: 0,
  };
}
