import { useMemo } from 'preact/hooks';
import { roundUnderWay } from '../../../domain/round.ts';
import type { PointRow, TeamRow } from '../../../protocol/rows/index.ts';
import { lastPlace } from '../../devices/place.ts';
import { useDay, useMyTeam, usePoints, useTeams } from '../../ui/use-city.ts';
import { useLive } from '../../ui/use-live.ts';
import { useNow } from '../../ui/use-now.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { inOrder, type PlacedPoint } from './today-groups.ts';
import { haystacks, todayPoints } from './today-point.ts';
import { todayView } from './today-view.ts';

const COARSE_MS = 300_000;

export interface Today {
  /** In order, before any filter. */
  readonly points: readonly PlacedPoint[];
  /** The groups that may be filtered by: all of them for the supervisor, none for an inspector. */
  readonly teams: readonly TeamRow[];
}

/** The points of the person's group, or of all groups for those who lead. Undefined while read. */
export function useToday(): Today | undefined {
  const { role } = useWorkplace().session;
  const all = usePoints();
  const mine = useMyTeam();
  const teams = useTeams();
  // A list of thousands need not be made anew at every tick of the clock.
  const about = Math.floor(useNow() / COARSE_MS) * COARSE_MS;
  const day = useDay();
  // Finds the round by itself: a start must not read one thing after another.
  const facts = useLive(
    async (db) => {
      const visits = async () => {
        const rounds = await db.round.toArray();
        const id = (day && roundUnderWay(rounds, day)?.id) ?? '';
        return db.inspection.where('roundId').equals(id).sortBy('startedAt');
      };
      const [inspections, findings, checklists] = await Promise.all([
        visits(),
        db.finding.toArray(),
        db.checklist.toArray(),
      ]);
      return { inspections, findings, checklists };
    },
    [day],
  );
  const leads = role !== 'inspector';
  const points = useMemo(
    () =>
      all && teams && mine !== undefined
        ? scoped(all, leads ? teams : mine ? [mine] : [])
        : undefined,
    [all, teams, mine, leads],
  );
  const hays = useMemo(() => haystacks(points ?? []), [points]);
  const known = useMemo(
    () => (points && facts ? todayPoints(points, hays, facts, about) : undefined),
    [points, hays, facts, about],
  );
  const from = todayView.value.order === 'near' ? lastPlace.value : null;
  const placed = useMemo(() => (known ? inOrder(known, from) : undefined), [known, from]);
  return placed && { points: placed, teams: leads ? (teams ?? []) : [] };
}

function scoped(all: readonly PointRow[], teams: readonly TeamRow[]): PointRow[] {
  const wanted = new Set(teams.flatMap((team) => team.pointIds));
  return all.filter((point) => wanted.has(point.id));
}
