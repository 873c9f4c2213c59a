/** Opens a round: its groups, and the points that each walks. */
import type { PointRow, RoundRow, TeamRow } from '../../protocol/rows/index.ts';
import type { Db } from '../store/database.ts';
import { takeVersions } from '../store/office-lock.ts';
import type { Rows } from '../store/rows.ts';
import { splitByStreet } from './split.ts';

/** The rules that a round is scored by; one set so far. */
export const RULE_SET = '1';

export interface NewRound {
  readonly id: string;
  readonly name: string;
  readonly starts: string;
  readonly ends: string;
  readonly teams: readonly { id: string; name: string; memberIds: readonly string[] }[];
}

export interface Opened {
  readonly round: RoundRow;
  readonly teams: TeamRow[];
  readonly version: number;
}

export async function openRound(tx: Db, rows: Rows, wanted: NewRound): Promise<Opened> {
  const version = await takeVersions(tx, rows.officeId);
  const points = await keyPoints(tx, rows);
  const parts = splitByStreet(points, wanted.teams.length);
  const { id, name, starts, ends } = wanted;
  const round: RoundRow = { id, name, starts, ends, state: 'open', ruleSet: RULE_SET };
  const teams = wanted.teams.map(
    (team, i): TeamRow => ({
      id: team.id,
      roundId: id,
      name: team.name,
      memberIds: [...team.memberIds],
      pointIds: parts[i] ?? [],
    }),
  );
  await rows.write(tx, 'round', [{ row: round, shownTo: '' }], version);
  await rows.write(
    tx,
    'team',
    teams.map((row) => ({ row, shownTo: '' })),
    version,
  );
  return { round, teams, version };
}

async function keyPoints(tx: Db, rows: Rows): Promise<PointRow[]> {
  const points = await rows.all(tx, 'point');
  return points
    .map(({ row }) => row)
    .filter((point) => point.kind === 'key')
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
