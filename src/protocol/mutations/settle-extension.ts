import type { FindingRow } from '../rows/index.ts';
import type { MutationContext, Tx } from '../tx.ts';

/** A 延期申请 that nobody needs to decide any longer is answered by what has happened. */
export async function settleExtension(
  tx: Tx,
  context: MutationContext,
  finding: FindingRow,
  why: string,
): Promise<void> {
  if (finding.extensionId === null) return;
  const asked = await tx.get('extension', finding.extensionId);
  if (asked?.state !== 'asked') return;
  await tx.put('extension', {
    ...asked,
    state: 'refused',
    decidedAt: context.at,
    decidedByName: context.actor.name,
    decision: why,
  });
}
