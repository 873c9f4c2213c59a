import { mayDo, type Role } from '../../../domain/role.ts';
import type { FindingRow, TeamRow } from '../../../protocol/rows/index.ts';
import { awaitsNotice } from './candidates.ts';

/** Who would issue. */
export interface Issuer {
  readonly accountId: string;
  readonly role: Role;
}

/**
 * Whether this person may put the problem on a notice now: what a group of theirs
 * recorded, in whichever round; anything for who leads.
 */
export function mayIssue(finding: FindingRow, issuer: Issuer, teams: readonly TeamRow[]): boolean {
  if (!mayDo(issuer.role, 'notice.issue') || !awaitsNotice(finding)) return false;
  if (issuer.role !== 'inspector') return true;
  const team = teams.find((one) => one.id === finding.teamId);
  return team?.memberIds.includes(issuer.accountId) ?? false;
}
