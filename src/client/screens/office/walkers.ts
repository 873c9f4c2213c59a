import type { AccountSummary } from '../../../protocol/admin.ts';

/** Who may walk in a group. */
export function mayWalk(person: AccountSummary): boolean {
  return !person.disabled && (person.role === 'inspector' || person.role === 'supervisor');
}

/** A group's members with this one in, or out where they had it. */
export function toggled(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
}
