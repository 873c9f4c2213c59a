import { sayMoment } from '../../domain/civil.ts';
import { sayFindingState } from '../../domain/finding-life.ts';
import { type Outcome, refuse } from '../refusals.ts';
import type { FindingRow } from '../rows/index.ts';
import type { Tx } from '../tx.ts';

/** What somebody else has made of the problem meanwhile: who, when, and what it now is. */
export async function stateChanged(tx: Tx, finding: FindingRow): Promise<Outcome> {
  const lines = await tx.list('event', 'subjectId', finding.id);
  const last = lines.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))[0];
  const who = last ? `（${last.byName}，${sayMoment(last.at)}）` : '';
  return refuse('state-changed', `“${finding.text}”现为${sayFindingState(finding.state)}${who}`);
}
