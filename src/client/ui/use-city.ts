/** Points, units, rounds and groups: much read and seldom changed, so read once for all screens. */
import { computed, effect, signal } from '@preact/signals';
import { type CivilDate, civilDateOf } from '../../domain/civil.ts';
import { roundToCome, roundUnderWay } from '../../domain/round.ts';
import type { PointRow, RoundRow, TeamRow, UnitRow } from '../../protocol/rows/index.ts';
import { workplace } from '../workplace.ts';
import { follow } from './follow.ts';

const points = signal<readonly PointRow[] | undefined>(undefined);
const units = signal<readonly UnitRow[] | undefined>(undefined);
const rounds = signal<readonly RoundRow[] | undefined>(undefined);
const teams = signal<readonly TeamRow[] | undefined>(undefined);
/** The office's date: rounds begin by it. */
const today = signal<CivilDate | undefined>(undefined);

const unitsById = computed(() => new Map((units.value ?? []).map((unit) => [unit.id, unit])));
const pointsById = computed(() => new Map((points.value ?? []).map((point) => [point.id, point])));

/** The round under way; null with none. */
const round = computed<RoundRow | null | undefined>(() =>
  rounds.value && today.value ? roundUnderWay(rounds.value, today.value) : undefined,
);

const coming = computed<RoundRow | null | undefined>(() =>
  rounds.value && today.value ? roundToCome(rounds.value, today.value) : undefined,
);

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
  effect(followDay);
}

const TICK_MS = 30_000;

/** A tablet that lies untouched over midnight still begins the round on its day. */
function followDay(): (() => void) | undefined {
  const place = workplace.value;
  if (!place) return undefined;
  const tick = () => {
    today.value = civilDateOf(place.now());
  };
  tick();
  const timer = setInterval(tick, TICK_MS);
  document.addEventListener('visibilitychange', tick);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}

/** Undefined while nobody works here. */
export const useDay = () => today.value;
export const usePoints = () => points.value;
export const usePointsById = () => pointsById.value;
export const useUnits = () => units.value;
export const useUnitsById = () => unitsById.value;
export const useRounds = () => rounds.value;
export const useRound = () => round.value;
/** The next round, 未开始; null with none. */
export const useRoundToCome = () => coming.value;
export const useTeams = () => roundTeams.value;
export const useTeamsOfAllRounds = () => teams.value;
/** The signed-in person's group in the round under way; null with none. */
export const useMyTeam = () => myTeam.value;
