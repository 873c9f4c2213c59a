import type { FastifyInstance } from 'fastify';
import { uuidv7 } from 'uuidv7';
import type * as z from 'zod/mini';
import { type Done, PushDevice, PushForget, type PushOffer } from '../../protocol/messages.ts';
import { personOn } from '../auth/guard.ts';
import type { Context } from '../context.ts';
import { parseBody } from '../http/body.ts';
import { Failure } from '../http/failure.ts';
import { outletOf } from '../notify/outlet.ts';
import { pushKeys } from '../notify/push-keys.ts';

/** More devices than one person carries; the oldest goes. */
const MOST_DEVICES = 10;

/** Web push is asked for by a person, for the device in their hand. */
export function pushRoutes(app: FastifyInstance, context: Context): void {
  const { store, officeId, isPushService, now } = context;

  app.get('/api/push', async (request): Promise<PushOffer> => {
    personOn(request);
    const allowed = (await outletOf(store.db, officeId)).push_allowed === 1;
    return { allowed, key: allowed ? (await pushKeys(store.db, officeId)).publicKey : '' };
  });

  app.post('/api/push', async (request): Promise<z.infer<typeof Done>> => {
    const { accountId } = personOn(request);
    const { endpoint, p256dh, auth } = parseBody(PushDevice, request.body);
    if ((await outletOf(store.db, officeId)).push_allowed === 0) throw new Failure('push-closed');
    if (!URL.canParse(endpoint) || !isPushService(new URL(endpoint))) {
      throw new Failure('push-unknown');
    }
    await store.db.transaction().execute(async (tx) => {
      // A device is one person's: whoever has it now.
      await tx
        .deleteFrom('push_device')
        .where('office', '=', officeId)
        .where('endpoint', '=', endpoint)
        .execute();
      const own = await tx
        .selectFrom('push_device')
        .select('id')
        .where('office', '=', officeId)
        .where('account_id', '=', accountId)
        .orderBy('id', 'desc')
        .execute();
      const tooMany = own.slice(MOST_DEVICES - 1).map(({ id }) => id);
      if (tooMany.length > 0) {
        await tx
          .deleteFrom('push_device')
          .where('office', '=', officeId)
          .where('id', 'in', tooMany)
          .execute();
      }
      const made_at = now();
      await tx
        .insertInto('push_device')
        .values({
          office: officeId,
          id: uuidv7(),
          account_id: accountId,
          endpoint,
          p256dh,
          auth,
          made_at,
        })
        .execute();
    });
    return { done: true };
  });

  app.post('/api/push/forget', async (request): Promise<z.infer<typeof Done>> => {
    const { accountId } = personOn(request);
    const { endpoint } = parseBody(PushForget, request.body);
    await store.db
      .deleteFrom('push_device')
      .where('office', '=', officeId)
      .where('account_id', '=', accountId)
      .where('endpoint', '=', endpoint)
      .execute();
    return { done: true };
  });
}
