import type { SyncResult } from '../../protocol/sync.ts';
import type { Stores } from './stores.ts';
import type { OutboxRow, ReceiptRow, RefusedRow } from './tables.ts';

export interface Acknowledged {
  /** Still not answered, in order. */
  readonly pending: readonly OutboxRow[];
  /** Refused just now. */
  readonly refused: readonly RefusedRow[];
  /** How many were accepted just now. */
  readonly accepted: number;
}

/** So many of the latest accepted deeds are listed; the rest are only counted. */
export const KEPT_RECEIPTS = 200;

/**
 * Moves what the office has answered out of the outbox: accepted deeds leave a
 * receipt, refused ones stay whole. A deed without an answer stays and is sent
 * again.
 */
export async function acknowledge(
  stores: Stores,
  results: readonly SyncResult[],
  outbox: readonly OutboxRow[],
  at: number,
): Promise<Acknowledged> {
  const answers = new Map(results.map((result) => [result.seq, result]));
  const receipts: ReceiptRow[] = [];
  const refused: RefusedRow[] = [];
  const pending: OutboxRow[] = [];
  for (const row of outbox) {
    const answer = answers.get(row.seq);
    if (!answer) pending.push(row);
    else if (answer.status === 'applied') {
      const { seq, name, title } = row;
      receipts.push({ seq, name, title, at: row.at + row.offset, acceptedAt: at });
    } else {
      const { code = '', detail = '' } = answer;
      refused.push({ ...row, code, detail, refusedAt: at, decision: null });
    }
  }
  for (const row of refused) stores.put('refused', row);
  clearOutbox(stores, outbox, pending);
  await keepReceipts(stores, receipts);
  return { pending, refused, accepted: receipts.length };
}

/** The office answers in order, so what goes is the head of the line: one request for all of it. */
function clearOutbox(
  stores: Stores,
  outbox: readonly OutboxRow[],
  pending: readonly OutboxRow[],
): void {
  const left = new Set(pending);
  const first = outbox.findIndex((row) => left.has(row));
  const head = first < 0 ? outbox : outbox.slice(0, first);
  const last = head.at(-1);
  if (last) stores.deleteUpTo('outbox', last.seq);
  for (const row of outbox.slice(head.length)) {
    if (!left.has(row)) stores.delete('outbox', row.seq);
  }
}

async function keepReceipts(stores: Stores, receipts: readonly ReceiptRow[]): Promise<void> {
  if (receipts.length === 0) return;
  for (const row of receipts.slice(-KEPT_RECEIPTS)) stores.put('receipt', row);
  const surplus = (await stores.count('receipt')) - KEPT_RECEIPTS;
  if (surplus <= 0) return;
  const last = (await stores.keys('receipt', surplus)).at(-1);
  if (last !== undefined) stores.deleteUpTo('receipt', last);
}
