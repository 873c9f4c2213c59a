/**
 * Web push: goes to the services of the browsers' makers and nowhere else, once the
 * administrator has allowed it, to the devices of those who asked for it.
 */
import type { Selectable } from 'kysely';
import type { Context } from '../context.ts';
import { waitAfter } from '../jobs/back-off.ts';
import type { Database } from '../store/database.ts';
import { outletOf } from './outlet.ts';
import { post, type Sent } from './post.ts';
import { type PushKeys, pushKeys } from './push-keys.ts';

const ITEMS_AT_ONCE = 50;
const TTL_SECONDS = 24 * 3600;
/** The service no longer knows the device. */
const GONE = [404, 410];

type Parts = Pick<Context, 'store' | 'officeId' | 'rows' | 'now'>;
type Item = Selectable<Database['push_item']> &
  Pick<Selectable<Database['push_device']>, 'endpoint' | 'p256dh' | 'auth'>;

export class PushSender {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async run(): Promise<void> {
    const { store, officeId } = this.#parts;
    const { push_allowed } = await outletOf(store.db, officeId);
    for (let items = await this.#due(); items.length > 0; items = await this.#due()) {
      if (push_allowed === 0) {
        await this.#drop(items.map(({ id }) => id));
        continue;
      }
      const keys = await pushKeys(store.db, officeId);
      for (const item of items) await this.#settle(item, await this.#send(item, keys));
    }
  }

  #due(): Promise<Item[]> {
    const { store, officeId, now } = this.#parts;
    return store.db
      .selectFrom('push_item')
      .innerJoin('push_device', (on) =>
        on
          .onRef('push_device.office', '=', 'push_item.office')
          .onRef('push_device.id', '=', 'push_item.device'),
      )
      .selectAll('push_item')
      .select(['endpoint', 'p256dh', 'auth'])
      .where('push_item.office', '=', officeId)
      .where('next_at', '<=', now())
      .orderBy('push_item.id')
      .limit(ITEMS_AT_ONCE)
      .execute();
  }

  async #send(item: Item, keys: PushKeys): Promise<Sent> {
    const { rows, store, officeId } = this.#parts;
    const address = (await rows.get(store.db, 'office', officeId))?.row.address ?? '';
    const { default: webpush } = await import('web-push');
    const { endpoint, p256dh, auth, body } = item;
    const request = webpush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, body, {
      TTL: TTL_SECONDS,
      vapidDetails: {
        // Whom a push service may turn to; it is asked for one, and an office need not have one.
        subject: address.startsWith('https:') ? address : 'mailto:office@xundian.invalid',
        ...keys,
      },
    });
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    return post(endpoint, headers, Uint8Array.from(request.body ?? []));
  }

  async #settle(item: Item, { status, error }: Sent): Promise<void> {
    const { store, officeId, now } = this.#parts;
    if (GONE.includes(status)) return this.#forget(item.device);
    const tries = item.tries + 1;
    const again = status === 0 || status === 429 || status >= 500;
    const wait = error !== '' && again ? waitAfter(tries) : null;
    const at = now();
    if (wait === null || at + wait > item.made_at + TTL_SECONDS * 1000) {
      return this.#drop([item.id]);
    }
    await store.db
      .updateTable('push_item')
      .set({ tries, next_at: at + wait })
      .where('office', '=', officeId)
      .where('id', '=', item.id)
      .execute();
  }

  async #drop(ids: readonly string[]): Promise<void> {
    const { store, officeId } = this.#parts;
    await store.db
      .deleteFrom('push_item')
      .where('office', '=', officeId)
      .where('id', 'in', ids)
      .execute();
  }

  async #forget(device: string): Promise<void> {
    const { store, officeId } = this.#parts;
    await store.db.transaction().execute(async (tx) => {
      await tx
        .deleteFrom('push_item')
        .where('office', '=', officeId)
        .where('device', '=', device)
        .execute();
      await tx
        .deleteFrom('push_device')
        .where('office', '=', officeId)
        .where('id', '=', device)
        .execute();
    });
  }
}
