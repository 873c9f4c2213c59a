import { useMemo } from 'preact/hooks';
import { mayDo } from '../../../domain/role.ts';
import type { FindingRow } from '../../../protocol/rows/index.ts';
import { useMyTeam, useRound } from '../../ui/use-city.ts';
import { useLive } from '../../ui/use-live.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { waitingFindings } from './waiting.ts';

/** Problems that this person may put on a notice now, live; undefined until read. */
export function useWaiting(): readonly FindingRow[] | undefined {
  const { session } = useWorkplace();
  const round = useRound();
  const team = useMyTeam();
  const findings = useLive((db) => db.finding.toArray(), []);
  return useMemo(() => {
    if (!findings || round === undefined || team === undefined) return undefined;
    if (!mayDo(session.role, 'notice.issue')) return [];
    return waitingFindings(findings, round?.id ?? null, team);
  }, [findings, round, team, session.role]);
}
