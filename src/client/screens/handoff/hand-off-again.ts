/** Where a refused handoff, or a refused result of one, is said again with what it said filled in. */
import { sayFindingState } from '../../../domain/finding-life.ts';
import type { FindingRow } from '../../../protocol/rows/index.ts';
import type { LocalDatabase } from '../../store/database.ts';
import { mayHandOff } from './hand-offs.ts';

export interface Again {
  readonly to: string;
  readonly word?: string;
}

/** Null where this device does not know the problem. */
export function handOffAgain(db: LocalDatabase, findingId: string, seq: number) {
  return again(db, findingId, seq, mayHandOff, '不能再移交');
}

export function settleAgain(db: LocalDatabase, findingId: string, seq: number) {
  return again(db, findingId, seq, isHandedOff, '不用再登记结果');
}

function isHandedOff({ state }: FindingRow): boolean {
  return state === 'handed-off';
}

async function again(
  db: LocalDatabase,
  findingId: string,
  seq: number,
  mayStill: (finding: FindingRow) => boolean,
  otherwise: string,
): Promise<Again | null> {
  const finding = await db.finding.get(findingId);
  if (!finding) return null;
  if (mayStill(finding)) return { to: `/handoff?redo=${seq}` };
  const state = sayFindingState(finding.state);
  return { to: `/findings/${findingId}`, word: `问题现为${state}，${otherwise}` };
}
