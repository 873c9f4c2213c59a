/** Points, units, rounds and groups: much read and seldom changed, so read once for all screens. */
import { computed, signal } from '@preact/signals';
import type { PointRow, RoundRow, TeamRow, UnitRow } from '../../protocol/rows/index.ts';
import { workplace } from '../workplace.ts';
import { follow } from './follow.ts';

const points = signal<readonly PointRow[] | undefined>(undefined);
const units = signal<readonly UnitRow[] | undefined>(undefined);
const rounds = signal<readonly RoundRow[] | undefined>(undefined);
const teams = signal<readonly TeamRow[] | undefined>(undefined);

const unitsById = computed(() => new Map((units.value ?? []).map((unit) => [unit.id, unit])));
const pointsById = computed(() => new Map((points.value ?? []).map((point) => [point.id, point])));

/** The round under way: the open one that began last. Null with none. */
const round = computed<RoundRow | null | undefined>(() => {
  if (!rounds.value) return undefined;
  const open = rounds.value.filter((row) => row.state === 'open');
  return open.sort((a, b) => b.starts.localeCompare(a.starts))[0] ?? null;
});

/** The groups of the round under way. */
const roundTeams = computed<readonly TeamRow[] | undefined>(() => {
  const now = round.value;
  if (now === undefined || !teams.value) return undefined;
  const own = teams.value.filter((team) => team.roundId === now?.id);
  return own.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }));
});

const myTeam = computed<TeamRow | null | undefined>(() => {
  const me = workplace.value?.session.accountId ?? '';
  if (!roundTeams.value) return undefined;
  return roundTeams.value.find((team) => team.memberIds.includes(me)) ?? null;
});

/** Begun once by the app; follows whoever is signed in. */
export function followCity(): void {
  follow(points, ({ db }) => db.point.toArray());
  follow(units, ({ db }) => db.unit.toArray());
  follow(rounds, ({ db }) => db.round.toArray());
  follow(teams, ({ db }) => db.team.toArray());
}

export const usePoints = () => points.value;
export const usePointsById = () => pointsById.value;
export const useUnits = () => units.value;
export const useUnitsById = () => unitsById.value;
export const useRounds = () => rounds.value;
export const useRound = () => round.value;
export const useTeams = () => roundTeams.value;
/** The signed-in person's group in the round under way; null with none. */
export const useMyTeam = () => myTeam.value;
