/** One act of the server's own, chained in the transaction that does it, under the office's lock. */

import type { Db } from '../store/database.ts';
import type { ChainEnd } from '../store/office-lock.ts';
import type { Store } from '../store/store.ts';
import { type Act, Chain, Drafts, type WrittenRow } from './chain.ts';

/** @param tx has locked the office before */
export async function chainAct(
  tx: Db,
  { dialect }: Pick<Store, 'dialect'>,
  officeId: string,
  act: Act,
  written: readonly WrittenRow[] = [],
): Promise<void> {
  const drafts = new Drafts();
  drafts.act(act, written);
  await new Chain(dialect, officeId).add(tx, await chainEnd(tx, officeId), drafts, written);
}

export async function chainEnd(db: Db, officeId: string): Promise<ChainEnd> {
  const { history_nth, history_hash } = await db
    .selectFrom('office')
    .select(['history_nth', 'history_hash'])
    .where('id', '=', officeId)
    .executeTakeFirstOrThrow();
  return { nth: history_nth, hash: history_hash };
}
