/**
 * The outgoing webhook: one at a time, in order, each until it is taken or has been
 * tried often enough; then it is put aside, to be seen, and the next one goes. What is
 * sent is signed, and bears the same id however often it is sent.
 */
import { createHmac } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Context } from '../context.ts';
import { waitAfter } from '../jobs/back-off.ts';
import type { Database } from '../store/database.ts';
import { type Outlet, outletOf } from './outlet.ts';
import { post, type Sent } from './post.ts';

type Parts = Pick<Context, 'store' | 'officeId' | 'now'>;
type Item = Selectable<Database['hook_item']>;

export class HookSender {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async run(): Promise<void> {
    for (;;) {
      const outlet = await outletOf(this.#parts.store.db, this.#parts.officeId);
      if (outlet.hook_on === 0) return;
      const item = await this.#next();
      if (!item || item.next_at > this.#parts.now()) return;
      const sent = await sendHook(outlet, item, this.#parts.now());
      if (!(await this.#settle(item, sent))) return;
    }
  }

  #next(): Promise<Item | undefined> {
    const { store, officeId } = this.#parts;
    return store.db
      .selectFrom('hook_item')
      .selectAll()
      .where('office', '=', officeId)
      .where('state', '=', 'waiting')
      .orderBy('nth')
      .limit(1)
      .executeTakeFirst();
  }

  /** False where it waits for its next try, and all behind it wait with it. */
  async #settle(item: Item, { error }: Sent): Promise<boolean> {
    const { store, officeId, now } = this.#parts;
    const tries = item.tries + 1;
    const wait = error === '' ? null : waitAfter(tries);
    const at = now();
    const settled =
      error === ''
        ? { state: 'sent', settled_at: at }
        : wait === null
          ? { state: 'dead', settled_at: at }
          : { next_at: at + wait };
    await store.db
      .updateTable('hook_item')
      .set({ tries, error, ...settled })
      .where('office', '=', officeId)
      .where('nth', '=', item.nth)
      .where('state', '=', 'waiting')
      .execute();
    return wait === null;
  }
}

export function sendHook(
  { hook_url, hook_secret }: Pick<Outlet, 'hook_url' | 'hook_secret'>,
  { id, body }: { readonly id: string; readonly body: string },
  now: number,
): Promise<Sent> {
  const time = String(now);
  return post(
    hook_url,
    {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'xundian',
      'x-xundian-event': id,
      'x-xundian-time': time,
      'x-xundian-signature': signatureOf(hook_secret, time, body),
    },
    body,
  );
}

/** HMAC-SHA256 over the time, a dot and the body: an old call cannot be sent again under a new time. */
export function signatureOf(secret: string, time: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`;
}

/** Only the web, and no name or password in the address: those would stand in logs on the way. */
export function isHookUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}
