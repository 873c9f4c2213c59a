import { useMemo } from 'preact/hooks';
import type { LedgerChoices } from '../../../protocol/ledger.ts';
import type { TeamRow } from '../../../protocol/rows/index.ts';
import { usePointsById, useRounds, useUnitsById } from '../../ui/use-city.ts';
import { useLive } from '../../ui/use-live.ts';
import { useNow } from '../../ui/use-now.ts';
import { useReckoning } from '../../ui/use-reckoning.ts';
import { type LedgerRow, ledgerRows } from './ledger.ts';

export interface Ledger {
  readonly rows: readonly LedgerRow[];
  readonly teams: readonly TeamRow[];
  readonly choices: LedgerChoices;
}

/**
 * The whole ledger that this person may see, live: a new problem reads the problems
 * again, not the city.
 */
export function useLedger(): Ledger | undefined {
  const { now, calendar, soonDays } = useReckoning(useNow());
  const findings = useLive((db) => db.finding.toArray(), []);
  const notices = useLive((db) => db.notice.toArray(), []);
  const teams = useLive((db) => db.team.toArray(), []);
  const units = useUnitsById();
  const points = usePointsById();
  const rounds = useRounds();
  return useMemo(() => {
    if (!findings || !notices || !teams) return undefined;
    const byId = new Map(notices.map((notice) => [notice.id, notice]));
    const reckoning = { now, calendar, soonDays };
    const rows = ledgerRows({ findings, notices: byId, units, points }, reckoning);
    const roundName = new Map((rounds ?? []).map(({ id, name }) => [id, name]));
    return {
      rows,
      teams,
      choices: {
        unit: occurring(rows.map((row) => [row.finding.unitId, row.unitName])),
        street: occurring(rows.map((row) => [row.streetId, row.streetName])),
        category: occurring(rows.map((row) => [row.category, row.categoryName])),
        round: occurring(
          rows.map(({ finding }) => [finding.roundId, roundName.get(finding.roundId) ?? '']),
        ),
      },
    };
  }, [findings, notices, teams, units, points, rounds, now, calendar, soonDays]);
}

/** Only what occurs is offered as a filter. */
function occurring(pairs: readonly (readonly [string, string])[]): { id: string; name: string }[] {
  return [...new Map(pairs)]
    .filter(([id, name]) => id !== '' && name !== '')
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => a.id.localeCompare(b.id));
}
