import { listAccounts } from '../auth/accounts.ts';
import { Failure } from '../http/failure.ts';
import type { Db } from '../store/database.ts';

/** Only who may record in the field walks in a group. */
export async function requireInspectors(
  tx: Db,
  officeId: string,
  ids: readonly string[],
): Promise<void> {
  const accounts = await listAccounts(tx, officeId);
  const walking = accounts.filter(({ role }) => role === 'inspector' || role === 'supervisor');
  const known = new Set(walking.map((account) => account.id));
  if (ids.every((id) => known.has(id))) return;
  throw new Failure('bad-request', { message: '督查组成员要是督查员或督查负责人的账号' });
}
