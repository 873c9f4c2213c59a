import type { AccountSummary } from '../../protocol/admin.ts';
import type { Db } from '../store/database.ts';
import { roleOf } from './people.ts';

const FIELDS = ['id', 'account', 'name', 'role', 'unit_id', 'disabled', 'sample'] as const;

export async function listAccounts(db: Db, officeId: string): Promise<AccountSummary[]> {
  const rows = await db
    .selectFrom('account')
    .select(FIELDS)
    .where('office', '=', officeId)
    .orderBy('created_at')
    .orderBy('account')
    .execute();
  return rows.map(summary);
}

export async function readAccount(
  db: Db,
  officeId: string,
  id: string,
): Promise<AccountSummary | undefined> {
  const row = await db
    .selectFrom('account')
    .select(FIELDS)
    .where('office', '=', officeId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && summary(row);
}

/** Administrators who can come in. */
export async function countAdmins(db: Db, officeId: string): Promise<number> {
  const { n } = await db
    .selectFrom('account')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('office', '=', officeId)
    .where('role', '=', 'admin')
    .where('disabled', '=', 0)
    .executeTakeFirstOrThrow();
  return n;
}

/** Sample accounts whose password the console prints. */
export async function countSampleAccounts(db: Db, officeId: string): Promise<number> {
  const { n } = await db
    .selectFrom('account')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('office', '=', officeId)
    .where('sample', '=', 1)
    .where('disabled', '=', 0)
    .executeTakeFirstOrThrow();
  return n;
}

function summary(row: {
  id: string;
  account: string;
  name: string;
  role: string;
  unit_id: string | null;
  disabled: number;
  sample: number;
}): AccountSummary {
  return {
    id: row.id,
    account: row.account,
    name: row.name,
    role: roleOf(row.role),
    unitId: row.unit_id,
    disabled: row.disabled !== 0,
    sample: row.sample !== 0,
  };
}
