import { Failure } from '../http/failure.ts';
import type { Db } from '../store/database.ts';

/** The report of a person's own store; throws a Failure where it is unknown, or another person's. */
export async function requireOwnClient(
  db: Db,
  officeId: string,
  accountId: string,
  clientId: string,
): Promise<{ readonly report: string }> {
  const client = await db
    .selectFrom('client')
    .select(['account_id', 'report'])
    .where('office', '=', officeId)
    .where('id', '=', clientId)
    .executeTakeFirst();
  if (!client) throw new Failure('not-found');
  if (client.account_id !== accountId) throw new Failure('client-not-yours');
  return { report: client.report };
}
