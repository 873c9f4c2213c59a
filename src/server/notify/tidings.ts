/** One thing to be told, to whom, before it is a message, a push or a call of the webhook. */
import type { Hearer, MessageKind } from '../../domain/notify.ts';
import { ROLES, type Role } from '../../domain/role.ts';
import type { Db } from '../store/database.ts';

export interface Tiding {
  /** What makes it the same one, for whoever hears it. */
  readonly key: string;
  readonly kind: MessageKind | string;
  readonly title: string;
  readonly text: string;
  /** A path of the app. */
  readonly link: string;
  readonly at: number;
  readonly to: readonly Person[];
}

export interface Person {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly unitId: string | null;
}

/** Everyone who may still sign in. */
export async function peopleOf(db: Db, officeId: string): Promise<readonly Person[]> {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'account', 'name', 'role', 'unit_id'])
    .where('office', '=', officeId)
    .where('disabled', '=', 0)
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, account, name, role, unit_id }) => {
    const known = ROLES.find((one) => one === role);
    return known ? { id, account, name, role: known, unitId: unit_id } : [];
  });
}

export interface Whose {
  readonly unitId: string;
  /** Who walks in the group that found it. */
  readonly memberIds: readonly string[];
  /** Who did it, and need not be told. */
  readonly by: string;
}

export function hearersOf(
  people: readonly Person[],
  to: readonly Hearer[],
  { unitId, memberIds, by }: Whose,
): Person[] {
  const hears: Readonly<Record<Hearer, (one: Person) => boolean>> = {
    unit: (one) => one.role === 'unit' && one.unitId === unitId && unitId !== '',
    supervisor: (one) => one.role === 'supervisor',
    inspector: (one) => one.role === 'inspector' && memberIds.includes(one.id),
  };
  return people.filter((one) => one.id !== by && to.some((hearer) => hears[hearer](one)));
}
