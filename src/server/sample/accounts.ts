/** Accounts of the sample office, called by their roles; never a person's name. */
import { uuidv7 } from 'uuidv7';
import type { Role } from '../../domain/role.ts';
import { hashPassword, isPassword } from '../auth/password.ts';
import type { Db } from '../store/database.ts';

interface SampleAccount {
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly unitId: string | null;
}

export const SAMPLE_ACCOUNTS: readonly SampleAccount[] = [
  { account: 'inspector1', name: '督查员一', role: 'inspector', unitId: null },
  { account: 'inspector2', name: '督查员二', role: 'inspector', unitId: null },
  { account: 'inspector3', name: '督查员三', role: 'inspector', unitId: null },
  { account: 'supervisor', name: '督查负责人', role: 'supervisor', unitId: null },
  { account: 'unit-u04', name: '责任单位U04', role: 'unit', unitId: 'U04' },
  { account: 'admin', name: '管理员', role: 'admin', unitId: null },
];

/** Makes the sample accounts; answers their ids by account. */
export async function makeSampleAccounts(
  tx: Db,
  officeId: string,
  password: string,
  unitName: (unitId: string) => string,
  now: number,
): Promise<Map<string, string>> {
  const password_hash = await hashPassword(password);
  const made = SAMPLE_ACCOUNTS.map((sample) => ({
    office: officeId,
    id: uuidv7(),
    account: sample.account,
    name: sample.unitId === null ? sample.name : unitName(sample.unitId),
    role: sample.role,
    unit_id: sample.unitId,
    password_hash,
    disabled: 0,
    sample: 1,
    created_at: now,
  }));
  await tx.insertInto('account').values(made).execute();
  return new Map(made.map(({ account, id }) => [account, id]));
}

/** Makes the printed password the one that works; answers the accounts that it works for. */
export async function settleSamplePassword(
  db: Db,
  officeId: string,
  password: string,
): Promise<{ account: string; name: string }[]> {
  const samples = await db
    .selectFrom('account')
    .select(['account', 'name', 'password_hash'])
    .where('office', '=', officeId)
    .where('sample', '=', 1)
    .where('disabled', '=', 0)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const hashes = [...new Set(samples.map((sample) => sample.password_hash))];
  const [hash] = hashes;
  if (hash !== undefined && (hashes.length > 1 || !(await isPassword(hash, password)))) {
    await db
      .updateTable('account')
      .set({ password_hash: await hashPassword(password) })
      .where('office', '=', officeId)
      .where('sample', '=', 1)
      .execute();
  }
  return samples.map(({ account, name }) => ({ account, name }));
}
