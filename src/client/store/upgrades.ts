/** What an older store is made into when a newer program opens it first. Nothing of it is let go. */
import type { Transaction } from 'dexie';

/** Schema 2: a decision says who, when and why; a draft may correct what was refused. */
export async function toSecond(tx: Transaction): Promise<void> {
  await tx.table('refused').toCollection().modify(withDecision);
  await tx.table('draft').toCollection().modify(withoutRedoing);
}

function withDecision(row: { discardedAt?: number | null; decision?: unknown }): void {
  const { discardedAt: at = null } = row;
  row.decision = at === null ? null : { how: 'given-up', at, by: '', reason: '', seq: 0 };
  delete row.discardedAt;
}

function withoutRedoing(row: { redoes?: number | null }): void {
  row.redoes = null;
}
