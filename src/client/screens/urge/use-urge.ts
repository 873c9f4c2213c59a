import { useMemo } from 'preact/hooks';
import { owesAnswer } from '../../../domain/finding-life.ts';
import { useLive } from '../../ui/use-live.ts';
import { useNow } from '../../ui/use-now.ts';
import { useReckoning } from '../../ui/use-reckoning.ts';
import { type UrgeLine, urgeLines } from './urge-lists.ts';

/** What is due soon, overdue or twice so, live; undefined until read. */
export function useUrge(): readonly UrgeLine[] | undefined {
  const { now, calendar, soonDays } = useReckoning(useNow());
  const findings = useLive(
    (db) => db.finding.filter(({ state }) => owesAnswer(state)).toArray(),
    [],
  );
  const notices = useLive((db) => db.notice.toArray(), []);
  return useMemo(() => {
    if (!findings || !notices) return undefined;
    const byId = new Map(notices.map((notice) => [notice.id, notice]));
    return urgeLines(findings, byId, { now, calendar, soonDays });
  }, [findings, notices, now, calendar, soonDays]);
}
