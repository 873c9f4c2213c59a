import type { FindingRow, HandoffRow } from '../../../protocol/rows/index.ts';
import { useLive } from '../../ui/use-live.ts';

export interface Handoffs {
  readonly handoffs: readonly HandoffRow[];
  readonly findings: ReadonlyMap<string, FindingRow>;
}

/** Undefined until read. */
export function useHandoffs(): Handoffs | undefined {
  return useLive(async (db) => {
    const [handoffs, findings] = await Promise.all([db.handoff.toArray(), db.finding.toArray()]);
    return { handoffs, findings: new Map(findings.map((row) => [row.id, row])) };
  }, []);
}
