import { useMemo } from 'preact/hooks';
import type { TeamRow } from '../../../protocol/rows/index.ts';
import type { Choice } from '../../ui/filter-select.tsx';
import { usePointsById, useUnitsById } from '../../ui/use-city.ts';
import { useLive } from '../../ui/use-live.ts';
import { useNow } from '../../ui/use-now.ts';
import { useReckoning } from '../../ui/use-reckoning.ts';
import { type LedgerRow, ledgerRows } from './ledger.ts';

export interface Ledger {
  readonly rows: readonly LedgerRow[];
  readonly teams: readonly TeamRow[];
  readonly streets: readonly Choice[];
  readonly units: readonly Choice[];
  readonly categories: readonly Choice[];
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
  return useMemo(() => {
    if (!findings || !notices || !teams) return undefined;
    const byId = new Map(notices.map((notice) => [notice.id, notice]));
    const rows = ledgerRows(
      { findings, notices: byId, units, points },
      { now, calendar, soonDays },
    );
    const streetName = (id: string) => units.get(id)?.shortName ?? '';
    return {
      rows,
      teams,
      units: choices(rows.map((row) => [row.finding.unitId, row.unitName])),
      streets: choices(rows.map((row) => [row.streetId, streetName(row.streetId)])),
      categories: choices(rows.map((row) => [row.category, row.categoryName])),
    };
  }, [findings, notices, teams, units, points, now, calendar, soonDays]);
}

/** Only what occurs is offered as a filter. */
function choices(pairs: readonly (readonly [string, string])[]): Choice[] {
  return [...new Map(pairs)]
    .filter(([value, label]) => value !== '' && label !== '')
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.value.localeCompare(b.value));
}
