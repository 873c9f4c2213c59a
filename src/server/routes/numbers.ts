import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import {
  type NumberEntry,
  type NumberList,
  NumberRecall,
  type NumbersRecalled,
} from '../../protocol/numbers.ts';
import { Id } from '../../protocol/rows/shared.ts';
import { listAccounts } from '../auth/accounts.ts';
import { personOn } from '../auth/guard.ts';
import type { Context } from '../context.ts';
import { parseBody } from '../http/body.ts';
import { Failure } from '../http/failure.ts';
import { lockOffice } from '../store/office-lock.ts';
import { NumberDesk } from '../sync/number-desk.ts';

const Asked = z.object({ year: z.string().check(z.regex(/^2\d{3}$/)) });

export function numberRoutes(app: FastifyInstance, context: Context): void {
  const { store, officeId, books, pokes, now } = context;

  app.get('/api/numbers', async (request): Promise<z.infer<typeof NumberList>> => {
    personOn(request, 'supervisor', 'admin');
    const year = Number(parseBody(Asked, request.query).year);
    return { year, numbers: await numbersOf(context, year) };
  });

  app.post<{ Params: { clientId: string } }>(
    '/api/devices/:clientId/recall',
    async (request): Promise<z.infer<typeof NumbersRecalled>> => {
      const person = personOn(request, 'supervisor');
      const { data: clientId = '' } = Id.safeParse(request.params.clientId);
      const { reason } = parseBody(NumberRecall, request.body);
      const { numbers, version } = await store.db.transaction().execute(async (tx) => {
        const locked = await lockOffice(tx, officeId, 1);
        if (!(await books.clients.readOne(tx, clientId))) throw new Failure('not-found');
        const desk = new NumberDesk(tx, books, locked, now());
        await desk.expect([clientId]);
        const recalled = desk.recall(clientId, person.accountId, reason);
        await desk.write();
        return { numbers: recalled, version: locked.version };
      });
      // The device itself should hear of it, if it is still there to hear.
      pokes.poke(version);
      return { numbers };
    },
  );
}

async function numbersOf(
  { store: { db }, officeId, books, rows }: Context,
  year: number,
): Promise<NumberEntry[]> {
  const entries = await books.register.readYear(db, year);
  const owners = await db
    .selectFrom('client')
    .select(['id', 'account_id'])
    .where('office', '=', officeId)
    .execute();
  const ownerOf = new Map(owners.map(({ id, account_id }) => [id, account_id]));
  const people = new Map((await listAccounts(db, officeId)).map(({ id, name }) => [id, name]));
  const noticeIds = entries.map((entry) => entry.notice_id).filter((id) => id !== '');
  const notices = new Map(
    (await rows.getMany(db, 'notice', noticeIds)).map(({ row }) => [row.id, row.unitName]),
  );
  return entries.map((entry) => ({
    agency: entry.agency,
    year: entry.year,
    seq: entry.seq,
    state: entry.state,
    holder: {
      clientId: entry.client,
      accountName: people.get(ownerOf.get(entry.client) ?? '') ?? '',
    },
    notice:
      entry.notice_id === ''
        ? null
        : { id: entry.notice_id, unitName: notices.get(entry.notice_id) ?? '' },
    reason: entry.reason,
    recalledBy: people.get(entry.recalled_by) ?? '',
    leasedAt: entry.leased_at,
    settledAt: entry.settled_at,
  }));
}
