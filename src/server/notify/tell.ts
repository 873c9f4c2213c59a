/** Writes what is to be told, to each who hears it, once: as a message, for web push and for the webhook. */
import { uuidv7 } from 'uuidv7';
import type { Db } from '../store/database.ts';
import { type HookTelling, queueHook } from './hook-queue.ts';
import { queuePush } from './push-queue.ts';
import type { Tiding } from './tidings.ts';

export interface TellParts extends HookTelling {
  readonly officeId: string;
  readonly pushAllowed: boolean;
  readonly now: number;
}

/** Answers whose list has grown. */
export async function tell(
  tx: Db,
  parts: TellParts,
  tidings: readonly Tiding[],
): Promise<Set<string>> {
  const grown = new Set<string>();
  for (const tiding of tidings) {
    const fresh = await writeMessages(tx, parts, tiding);
    if (fresh.length === 0) continue;
    for (const id of fresh) grown.add(id);
    const to = tiding.to.filter(({ id }) => fresh.includes(id));
    if (parts.hookOn) await queueHook(tx, parts, { ...tiding, to });
    if (parts.pushAllowed) await queuePush(tx, parts, { ...tiding, to });
  }
  return grown;
}

/** Answers who has not had it before. */
async function writeMessages(
  tx: Db,
  { officeId }: TellParts,
  { key, kind, text, link, at, to }: Tiding,
): Promise<string[]> {
  const written = await tx
    .insertInto('message')
    .values(
      to.map((one) => ({
        office: officeId,
        id: uuidv7(),
        account_id: one.id,
        key,
        kind,
        text,
        link,
        at,
        read_at: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['office', 'account_id', 'key']).doNothing())
    .returning('account_id')
    .execute();
  return written.map(({ account_id }) => account_id);
}
