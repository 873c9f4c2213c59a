/** 收回: a supervisor takes back, on record and for good, what a device holds unused. */
import type { Lease } from '../../protocol/sync.ts';
import { Drafts } from '../history/chain.ts';
import { Failure } from '../http/failure.ts';
import type { Db } from '../store/database.ts';
import { lockOffice } from '../store/office-lock.ts';
import type { Books } from './books.ts';
import { NumberDesk } from './number-desk.ts';

export interface Recall {
  readonly clientId: string;
  /** The supervisor's account. */
  readonly by: string;
  readonly reason: string;
}

/** Fails with `not-found` where there is no such device. */
export async function recall(
  tx: Db,
  books: Books,
  { clientId, by, reason }: Recall,
  now: number,
): Promise<{ readonly numbers: Lease[]; readonly version: number }> {
  const office = await lockOffice(tx, books.officeId, 1);
  if (!(await books.clients.readOne(tx, clientId))) throw new Failure('not-found');
  const desk = new NumberDesk(tx, books, office, now);
  await desk.expect([clientId]);
  const numbers = desk.recall(clientId, by, reason);
  await desk.write();
  const act = {
    name: 'numbers.recall',
    accountId: by,
    at: now,
    detail: { clientId, reason, numbers },
  };
  const drafts = new Drafts();
  drafts.act(act, []);
  await books.chain.add(tx, office.chain, drafts, []);
  return { numbers, version: office.version };
}
