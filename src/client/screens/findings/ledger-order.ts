/** The orders of the ledger on this device; what has no value is last, whichever way. */
import { FINDING_STATES } from '../../../domain/finding-life.ts';
import { urgencyOf } from '../../../domain/ledger.ts';
import { URGE_LEVELS } from '../../../domain/letter.ts';
import type { LedgerFilter, LedgerSort } from '../../../protocol/ledger.ts';
import type { LedgerRow } from './ledger.ts';

type Key = string | number | null;

const KEYS: Readonly<Record<LedgerSort, (row: LedgerRow) => Key>> = {
  urgency: ({ finding }) => urgencyOf(finding),
  text: ({ finding }) => finding.text,
  point: ({ finding }) => finding.pointId,
  unit: ({ finding }) => finding.unitId,
  street: ({ streetId }) => streetId,
  category: ({ category }) => category,
  round: ({ finding }) => finding.roundId,
  number: ({ numberSort }) => numberSort,
  due: ({ finding }) => finding.dueAt,
  state: ({ finding }) => FINDING_STATES.indexOf(finding.state),
  rework: ({ finding }) => finding.rework,
  urge: ({ finding }) => (finding.urge ? URGE_LEVELS.indexOf(finding.urge.level) + 1 : 0),
  photos: ({ finding }) => finding.photoCount,
  recorded: ({ finding }) => finding.recordedAt,
  closed: ({ finding }) => finding.closedAt,
  changed: ({ finding }) => finding.changedAt,
};

export function sortLedger(
  rows: readonly LedgerRow[],
  { sort, dir }: Pick<LedgerFilter, 'sort' | 'dir'>,
): LedgerRow[] {
  const keyOf = KEYS[sort];
  const down = dir === 'desc' ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) {
      if (a.key !== b.key) return a.key === null ? 1 : -1;
    } else if (a.key !== b.key) {
      return a.key < b.key ? -down : down;
    }
    return a.row.finding.id < b.row.finding.id ? -down : down;
  });
  return keyed.map(({ row }) => row);
}
