import { useMemo } from 'preact/hooks';
import { lastPlace } from '../../devices/place.ts';
import { usePointsById } from '../../ui/use-city.ts';
import { useLive } from '../../ui/use-live.ts';
import { rechecksOf, type ToRecheck } from './rechecks.ts';

/** Live, and by distance where a position was asked for in this sitting. */
export function useRechecks(): readonly ToRecheck[] | undefined {
  const points = usePointsById();
  const here = lastPlace.value;
  const findings = useLive(
    (db) => db.finding.filter(({ state }) => state === 'replied').toArray(),
    [],
  );
  return useMemo(
    () =>
      findings &&
      rechecksOf(findings, here, (finding) => finding.place ?? points.get(finding.pointId) ?? null),
    [findings, here, points],
  );
}
