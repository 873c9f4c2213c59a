import { useMemo } from 'preact/hooks';
import { useMyTeam, usePoints, useRound, useTeams } from '../../ui/use-city.ts';
import { useLive } from '../../ui/use-live.ts';
import { useNow } from '../../ui/use-now.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import type { MapPoint } from './map-point.ts';
import { mapPoints } from './map-points.ts';

/** The map need not be drawn anew at every tick of the clock. */
const COARSE_MS = 300_000;

export interface MapData {
  /** The group's name for its members, otherwise the round's. */
  readonly whose: string;
  readonly points: readonly MapPoint[];
}

/** The points of the person's group; of all groups for who leads. Undefined until read. */
export function useMap(): MapData | undefined {
  const { session } = useWorkplace();
  const all = usePoints();
  const round = useRound();
  const teams = useTeams();
  const mine = useMyTeam();
  const about = Math.floor(useNow() / COARSE_MS) * COARSE_MS;
  const roundId = round?.id ?? '';
  const facts = useLive(
    async (db) => ({
      inspections: await db.inspection.where('roundId').equals(roundId).toArray(),
      findings: await db.finding.toArray(),
    }),
    [roundId],
  );
  return useMemo(() => {
    if (!all || !teams || mine === undefined || !facts) return undefined;
    const walked = mine ? [mine] : session.role === 'inspector' ? [] : teams;
    const wanted = new Set(walked.flatMap((team) => team.pointIds));
    return {
      whose: mine?.name ?? round?.name ?? '',
      points: mapPoints(
        all.filter((point) => wanted.has(point.id)),
        facts,
        about,
      ),
    };
  }, [all, teams, mine, facts, round, about, session.role]);
}
