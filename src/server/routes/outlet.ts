import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { uuidv7 } from 'uuidv7';
import type * as z from 'zod/mini';
import {
  HOOK_STATES,
  type HookItem,
  type HookTried,
  type OutletAnswer,
  OutletPatch,
  type SecretMade,
} from '../../protocol/messages.ts';
import { Id } from '../../protocol/rows/shared.ts';
import { personOn } from '../auth/guard.ts';
import type { Context } from '../context.ts';
import { chainAct } from '../history/chain-act.ts';
import { parseBody } from '../http/body.ts';
import { Failure } from '../http/failure.ts';
import { isHookUrl, sendHook } from '../notify/hook-sender.ts';
import { outletOf, setOutlet } from '../notify/outlet.ts';
import { takeVersions } from '../store/office-lock.ts';

const SECRET_BYTES = 32;
const ITEMS_SHOWN = 100;

/** What may leave the office: the administrator alone opens it, and it is on record. */
export function outletRoutes(app: FastifyInstance, context: Context): void {
  const { store, officeId, jobs, now } = context;

  const change = async (accountId: string, changed: Parameters<typeof setOutlet>[2]) => {
    await store.db.transaction().execute(async (tx) => {
      await takeVersions(tx, officeId, 0);
      const outlet = await setOutlet(tx, officeId, changed);
      // Nobody can read a secret out of the history.
      const { hook_secret, ...detail } = outlet;
      const act = { name: 'outlet.change', accountId, at: now(), detail };
      await chainAct(tx, store, officeId, act);
    });
    jobs.ask('hook');
  };

  app.get('/api/outlet', async (request): Promise<OutletAnswer> => {
    personOn(request, 'admin');
    return read(context);
  });

  app.patch('/api/outlet', async (request): Promise<OutletAnswer> => {
    const { accountId } = personOn(request, 'admin');
    const { pushAllowed, hookOn, hookUrl } = parseBody(OutletPatch, request.body);
    const before = await outletOf(store.db, officeId);
    const hook_url = hookUrl?.trim() ?? before.hook_url;
    const hook_on = hookOn ?? before.hook_on === 1;
    const push_allowed = pushAllowed ?? before.push_allowed === 1;
    if (hook_url !== '' && !isHookUrl(hook_url)) throw new Failure('hook-address');
    if (hook_on && (hook_url === '' || before.hook_secret === '')) throw new Failure('hook-unset');
    await change(accountId, {
      hook_url,
      hook_on: Number(hook_on),
      push_allowed: Number(push_allowed),
    });
    return read(context);
  });

  app.post('/api/outlet/secret', async (request): Promise<z.infer<typeof SecretMade>> => {
    const { accountId } = personOn(request, 'admin');
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    await change(accountId, { hook_secret: secret });
    return { secret };
  });

  app.post('/api/outlet/test', async (request): Promise<z.infer<typeof HookTried>> => {
    personOn(request, 'admin');
    const outlet = await outletOf(store.db, officeId);
    if (outlet.hook_url === '' || outlet.hook_secret === '') throw new Failure('hook-unset');
    const id = uuidv7();
    const body = JSON.stringify({ id, kind: 'test', at: now(), title: '巡点试发', to: [] });
    const { error } = await sendHook(outlet, { id, body }, now());
    return { error };
  });

  app.post<{ Params: { id: string } }>(
    '/api/outlet/items/:id/retry',
    async (request): Promise<OutletAnswer> => {
      personOn(request, 'admin');
      const { data: id = '' } = Id.safeParse(request.params.id);
      const again = await store.db
        .updateTable('hook_item')
        .set({ state: 'waiting', tries: 0, next_at: now(), settled_at: null })
        .where('office', '=', officeId)
        .where('id', '=', id)
        .where('state', '<>', 'sent')
        .returning('id')
        .execute();
      if (again.length === 0) throw new Failure('not-found');
      jobs.ask('hook');
      return read(context);
    },
  );
}

async function read({ store: { db }, officeId }: Context): Promise<OutletAnswer> {
  const outlet = await outletOf(db, officeId);
  const { devices } = await db
    .selectFrom('push_device')
    .select((eb) => eb.fn.countAll<number>().as('devices'))
    .where('office', '=', officeId)
    .executeTakeFirstOrThrow();
  const items = await db
    .selectFrom('hook_item')
    .select(['id', 'kind', 'made_at', 'state', 'tries', 'next_at', 'error'])
    .where('office', '=', officeId)
    // What somebody has to look at comes first, however long ago it was.
    .orderBy((eb) => eb.case().when('state', '=', 'sent').then(1).else(0).end())
    .orderBy('nth', 'desc')
    .limit(ITEMS_SHOWN)
    .execute();
  return {
    pushAllowed: outlet.push_allowed === 1,
    pushDevices: devices,
    hookOn: outlet.hook_on === 1,
    hookUrl: outlet.hook_url,
    hasSecret: outlet.hook_secret !== '',
    items: items.flatMap((item): HookItem[] => {
      const state = HOOK_STATES.find((one) => one === item.state);
      const { id, kind, made_at: madeAt, tries, next_at: nextAt, error } = item;
      return state ? [{ id, kind, madeAt, state, tries, nextAt, error }] : [];
    }),
  };
}
