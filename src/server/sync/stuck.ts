/** Counting how often one deed has made the server fail. Only the next place of a client can. */
import { takeVersions } from '../store/office-lock.ts';
import type { Store } from '../store/store.ts';
import type { Books } from './books.ts';
import { MAX_TRIES } from './run.ts';

/** Answers whether the deed is set aside from now on. */
export async function countFailure(
  store: Store,
  { officeId, clients }: Books,
  clientId: string,
  seq: number,
): Promise<boolean> {
  return store.db.transaction().execute(async (tx) => {
    await takeVersions(tx, officeId, 0);
    const client = await clients.readOne(tx, clientId);
    if (!client) return false;
    const tries = client.stuck_seq === seq ? client.stuck_tries + 1 : 1;
    await tx
      .updateTable('client')
      .set({ stuck_seq: seq, stuck_tries: tries })
      .where('office', '=', officeId)
      .where('id', '=', clientId)
      .execute();
    return tries >= MAX_TRIES;
  });
}
