/** One step of a problem's life: the row, and the line of 经过 that tells of it. */
import { afterEvent, type FindingEvent } from '../../domain/finding-life.ts';
import type { EventRow, FindingRow } from '../rows/index.ts';
import type { MutationContext, Tx } from '../tx.ts';
import { writeEvent } from './history.ts';

/** Whether the table draws the step from where the problem stands. */
export function mayMove(finding: FindingRow, event: FindingEvent): boolean {
  return afterEvent(finding.state, event) !== null;
}

/** What a problem leaves behind with the notices' stream: nothing of it waits any longer. */
export const AT_REST = { acceptedAt: null, extensionId: null, urge: null } as const;

export async function moveFinding(
  tx: Tx,
  context: MutationContext,
  finding: FindingRow,
  event: FindingEvent,
  told: {
    readonly kind: EventRow['kind'];
    readonly detail: string;
    readonly change?: Partial<FindingRow>;
  },
): Promise<void> {
  const state = afterEvent(finding.state, event);
  if (state === null) throw new Error(`no step ${event} from ${finding.state}`);
  await tx.put('finding', { ...finding, ...told.change, state, changedAt: context.at });
  await writeEvent(tx, context, {
    subject: 'finding',
    subjectId: finding.id,
    unitId: finding.unitId,
    kind: told.kind,
    detail: told.detail,
  });
}
