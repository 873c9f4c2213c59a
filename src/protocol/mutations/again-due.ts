import type { DeadlineChoice } from '../../domain/deadline.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { FindingRow } from '../rows/index.ts';
import type { MutationContext, Tx } from '../tx.ts';
import { dueOf } from './due.ts';

/** The deadline of a problem that goes back to its unit: a fresh one, or the present one while it is to come. */
export async function againDueAt(
  tx: Tx,
  context: MutationContext,
  { dueAt }: FindingRow,
  choice: DeadlineChoice | null,
): Promise<{ readonly ok: true; readonly dueAt: number } | Refusal> {
  if (choice) return dueOf(tx, context, choice);
  return dueAt !== null && dueAt > context.at ? { ok: true, dueAt } : refuse('deadline-needed');
}
