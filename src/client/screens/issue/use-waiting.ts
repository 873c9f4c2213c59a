import { useMemo } from 'preact/hooks';
import type { FindingRow } from '../../../protocol/rows/index.ts';
import { useTeamsOfAllRounds } from '../../ui/use-city.ts';
import { useLive } from '../../ui/use-live.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { mayIssue } from './waiting.ts';

/** Problems that this person may put on a notice now, live; undefined until read. */
export function useWaiting(): readonly FindingRow[] | undefined {
  const { session } = useWorkplace();
  const teams = useTeamsOfAllRounds();
  const findings = useLive((db) => db.finding.toArray(), []);
  return useMemo(() => {
    if (!findings || !teams) return undefined;
    return findings.filter((finding) => mayIssue(finding, session, teams));
  }, [findings, teams, session]);
}
