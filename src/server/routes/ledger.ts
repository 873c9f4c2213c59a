/** 台账 over HTTP. Everybody asks the same way and sees what is theirs: a unit what was put to it. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import {
  filterOf,
  LEDGER_GROUPINGS,
  LEDGER_PAGE,
  type LedgerChoices,
  type LedgerFilter,
  type LedgerGroups,
  type LedgerPage,
  LedgerView,
  type LedgerViews,
} from '../../protocol/ledger.ts';
import { Id, Uuid } from '../../protocol/rows/shared.ts';
import { personOn } from '../auth/guard.ts';
import { actorOf } from '../auth/people.ts';
import type { Context } from '../context.ts';
import { parseBody } from '../http/body.ts';
import { Failure } from '../http/failure.ts';
import { dropView, listViews, type Owner, saveView } from '../ledger/views.ts';
import { type Scope, scopeOf } from '../sync/scope.ts';

const Figures = z.string().check(z.regex(/^\d{1,9}$/));
const PageAsked = z.object({
  offset: z.optional(Figures),
  limit: z.optional(Figures),
  seek: z.optional(z.union([z.literal(''), Id])),
});
const GroupsAsked = z.object({ by: z.enum(LEDGER_GROUPINGS) });

export function ledgerRoutes(app: FastifyInstance, context: Context): void {
  const { ledger, store, officeId, now } = context;

  app.get('/api/ledger', async (request): Promise<LedgerPage> => {
    const scope = scopeOn(request);
    const { offset = '0', limit = '100', seek = '' } = parseBody(PageAsked, request.query);
    return ledger.page(scope, filterOn(request), {
      offset: Number(offset),
      limit: Math.min(Number(limit), LEDGER_PAGE),
      seek,
    });
  });

  app.get('/api/ledger/groups', async (request): Promise<LedgerGroups> => {
    const scope = scopeOn(request);
    const { by } = parseBody(GroupsAsked, request.query);
    return ledger.groups(scope, filterOn(request), by);
  });

  app.get('/api/ledger/choices', async (request): Promise<LedgerChoices> => {
    return ledger.choices(scopeOn(request));
  });

  app.get('/api/ledger/views', async (request): Promise<z.infer<typeof LedgerViews>> => {
    return { views: await listViews(store.db, ownerOn(request)) };
  });

  app.post('/api/ledger/views', async (request): Promise<z.infer<typeof LedgerViews>> => {
    const owner = ownerOn(request);
    await saveView(store.db, owner, parseBody(LedgerView, request.body), now());
    return { views: await listViews(store.db, owner) };
  });

  app.delete<{ Params: { id: string } }>(
    '/api/ledger/views/:id',
    async (request): Promise<z.infer<typeof LedgerViews>> => {
      const owner = ownerOn(request);
      await dropView(store.db, owner, Uuid.safeParse(request.params.id).data ?? '');
      return { views: await listViews(store.db, owner) };
    },
  );

  function ownerOn(request: FastifyRequest): Owner {
    return { officeId, accountId: personOn(request).accountId };
  }
}

export function scopeOn(request: FastifyRequest): Scope {
  return scopeOf(actorOf(personOn(request)));
}

/** The question in the address; a field that does not fit is answered 400. */
export function filterOn(request: FastifyRequest): LedgerFilter {
  const filter = filterOf(request.query);
  if (!filter) throw new Failure('bad-request');
  return filter;
}
