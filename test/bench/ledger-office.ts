/** Years of problems in an office's store, put there by hand: by its own tablets it would take hours. */

import { Rows } from '../../src/server/store/rows.ts';
import { openStore } from '../../src/server/store/store.ts';
import { writeCursor } from '../../src/server/sync/cursor.ts';
import type { ServerPlace } from '../e2e/support/office-server.ts';
import { dice, fillLedger } from '../support/random-ledger.ts';

const AT_ONCE = 2_000;

/** Answers where a tablet stands that has pulled all of it. */
export async function fillOffice(place: ServerPlace, count: number): Promise<string> {
  const now = Date.now();
  const store = await openStore(
    { dataDir: place.dataDir, databaseUrl: place.env?.DATABASE_URL },
    () => now,
    (error) => {
      throw error;
    },
  );
  try {
    const { id } = await store.db.selectFrom('office').select('id').executeTakeFirstOrThrow();
    const rows = new Rows(store.dialect, id);
    const roll = dice(count);
    for (let done = 0; done < count; done += AT_ONCE) {
      await fillLedger({ store, rows, officeId: id }, roll, Math.min(AT_ONCE, count - done), now);
    }
    const { head, epoch } = await store.db
      .selectFrom('office')
      .select(['head', 'epoch'])
      .executeTakeFirstOrThrow();
    return writeCursor({ kind: 'office' }, epoch, head);
  } finally {
    await store.close();
  }
}
