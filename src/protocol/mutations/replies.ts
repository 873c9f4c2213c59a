import type { ReplyRow } from '../rows/index.ts';
import type { Tx } from '../tx.ts';

/** The last answer to a problem; undefined with none. */
export async function lastReply(tx: Tx, findingId: string): Promise<ReplyRow | undefined> {
  const replies = await tx.list('reply', 'findingId', findingId);
  return replies.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))[0];
}
