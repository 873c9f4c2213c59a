/** What the office's own webhook is to be told, in order, kept until it was taken or given up. */
import { createHash } from 'node:crypto';
import type { Db } from '../store/database.ts';
import type { Tiding } from './tidings.ts';

export interface HookTelling {
  readonly officeId: string;
  readonly hookOn: boolean;
  readonly officeName: string;
  /** Where anyone reaches the office; empty where that was not said. */
  readonly address: string;
  readonly unitName: (id: string) => string;
  readonly now: number;
}

/** The body says who should know, so that whoever takes it can send a text message; it holds no telephone number. */
export async function queueHook(tx: Db, parts: HookTelling, tiding: Tiding): Promise<void> {
  const { officeId, officeName, address, unitName, now } = parts;
  const { key, kind, title, text, link, at, to } = tiding;
  // Made of what makes it the same: told again after a crash, it has the same id.
  const id = createHash('sha256').update(`${officeId} ${key}`).digest('hex').slice(0, 32);
  const body = JSON.stringify({
    id,
    kind,
    at,
    office: officeName,
    title,
    text,
    link: `${address}${link}`,
    to: to.map(({ account, name, role, unitId }) => {
      return { account, name, role, unit: unitId === null ? '' : unitName(unitId) };
    }),
  });
  await addHook(tx, officeId, { id, kind, body, now });
}

export async function addHook(
  tx: Db,
  officeId: string,
  item: { readonly id: string; readonly kind: string; readonly body: string; readonly now: number },
): Promise<void> {
  const { last } = await tx
    .selectFrom('hook_item')
    .select((eb) => eb.fn.max('nth').as('last'))
    .where('office', '=', officeId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('hook_item')
    .values({
      office: officeId,
      nth: (last ?? 0) + 1,
      id: item.id,
      kind: item.kind,
      body: item.body,
      made_at: item.now,
      state: 'waiting',
      tries: 0,
      next_at: item.now,
      error: '',
      settled_at: null,
    })
    .onConflict((conflict) => conflict.columns(['office', 'id']).doNothing())
    .execute();
}
