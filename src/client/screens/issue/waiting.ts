import type { FindingRow, TeamRow } from '../../../protocol/rows/index.ts';
import { awaitsNotice } from './candidates.ts';

/**
 * Problems of the round under way that wait for a notice: the group's for its
 * members, all for who is in no group. With no open round, the last one's.
 */
export function waitingFindings(
  findings: readonly FindingRow[],
  roundId: string | null,
  team: TeamRow | null,
): FindingRow[] {
  const waiting = findings.filter(
    (finding) => awaitsNotice(finding) && (team === null || finding.teamId === team.id),
  );
  const newest = [...waiting].sort((a, b) => b.recordedAt - a.recordedAt)[0];
  const wanted = roundId ?? newest?.roundId;
  return waiting.filter((finding) => finding.roundId === wanted);
}
