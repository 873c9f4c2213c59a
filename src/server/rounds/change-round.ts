/** What may still change of a round that is open: its groups, and that it ends. */
import type { RoundPatch, TeamPatch } from '../../protocol/admin.ts';
import type { RoundRow, TeamRow } from '../../protocol/rows/index.ts';
import { Failure } from '../http/failure.ts';
import type { Db } from '../store/database.ts';
import { takeVersions } from '../store/office-lock.ts';
import type { Rows } from '../store/rows.ts';
import { requireInspectors } from './inspectors.ts';

export interface Changed {
  readonly round: RoundRow;
  readonly teams: TeamRow[];
  readonly version: number;
}

/** Ended twice is ended once. */
export async function changeRound(
  tx: Db,
  rows: Rows,
  id: string,
  patch: RoundPatch,
): Promise<Changed> {
  const version = await takeVersions(tx, rows.officeId);
  const { round, teams } = await read(tx, rows, id);
  const row = { ...round, ...patch };
  await rows.write(tx, 'round', [{ row, shownTo: '' }], version);
  return { round: row, teams, version };
}

/** A person walks in one group of a round: who comes into this one leaves the other. */
export async function changeTeam(
  tx: Db,
  rows: Rows,
  id: string,
  teamId: string,
  patch: TeamPatch,
): Promise<Changed> {
  const version = await takeVersions(tx, rows.officeId);
  const { round, teams } = await read(tx, rows, id);
  const before = teams.find((team) => team.id === teamId);
  if (!before) throw new Failure('not-found');
  if (round.state === 'closed') {
    throw new Failure('conflict', { message: '本轮督查已结束，编组不能再改' });
  }
  const memberIds = [...new Set(patch.memberIds ?? before.memberIds)];
  const added = memberIds.filter((one) => !before.memberIds.includes(one));
  await requireInspectors(tx, rows.officeId, added);
  const after = teams.map((team) =>
    team.id === teamId
      ? { ...team, name: patch.name ?? team.name, memberIds }
      : { ...team, memberIds: team.memberIds.filter((one) => !added.includes(one)) },
  );
  const changed = after.filter(
    (team, i) => team.id === teamId || team.memberIds.length !== teams[i]?.memberIds.length,
  );
  await rows.write(
    tx,
    'team',
    changed.map((row) => ({ row, shownTo: '' })),
    version,
  );
  return { round, teams: after, version };
}

async function read(tx: Db, rows: Rows, id: string): Promise<Omit<Changed, 'version'>> {
  const round = await rows.get(tx, 'round', id);
  if (!round) throw new Failure('not-found');
  const teams = await rows.list(tx, 'team', 'roundId', id);
  return { round: round.row, teams: teams.map(({ row }) => row) };
}
