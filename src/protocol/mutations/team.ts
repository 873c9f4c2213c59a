import type { TeamRow } from '../rows/index.ts';
import type { Tx } from '../tx.ts';

/** The group that walks the point in the round, if any does. */
export async function teamOf(
  tx: Tx,
  roundId: string,
  pointId: string,
): Promise<TeamRow | undefined> {
  const teams = await tx.list('team', 'roundId', roundId);
  return teams.find((team) => team.pointIds.includes(pointId));
}
