import type { EventRow } from '../rows/index.ts';
import type { MutationContext, Tx } from '../tx.ts';

type Line = Pick<EventRow, 'subject' | 'subjectId' | 'unitId' | 'kind' | 'detail'>;

/**
 * Writes one line of 经过. Its id is made of the deed's own place in its client's
 * order, so the tablet's line and the server's are one and the same.
 */
export async function writeEvent(tx: Tx, context: MutationContext, line: Line): Promise<void> {
  await tx.put('event', {
    ...line,
    id: `${context.clientId}.${context.seq}.${line.subjectId}`,
    at: context.at,
    by: context.actor.accountId,
    byName: context.actor.name,
  });
}
