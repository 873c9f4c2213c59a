/** Accounts as the server uses them. */
import type { Selectable } from 'kysely';
import { ROLES, type Role } from '../../domain/role.ts';
import type { Session } from '../../protocol/session.ts';
import type { Actor } from '../../protocol/tx.ts';
import type { Database } from '../store/database.ts';

export type AccountRow = Pick<
  Selectable<Database['account']>,
  'id' | 'office' | 'account' | 'name' | 'role' | 'unit_id'
>;

/** Who is signed in. */
export type Person = Session;

export const PERSON_FIELDS = [
  'account.id',
  'account.office',
  'account.account',
  'account.name',
  'account.role',
  'account.unit_id',
] as const;

export function personOf(row: AccountRow): Person {
  return {
    accountId: row.id,
    account: row.account,
    name: row.name,
    role: roleOf(row.role),
    unitId: row.unit_id,
    officeId: row.office,
  };
}

export function actorOf({ accountId, name, role, unitId }: Person): Actor {
  return { accountId, name, role, unitId };
}

export function roleOf(role: string): Role {
  const known = ROLES.find((one) => one === role);
  if (!known) throw new Error('an account has a role that this program does not know');
  return known;
}
