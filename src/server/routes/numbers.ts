import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { type NumberList, NumberRecall, type NumbersRecalled } from '../../protocol/numbers.ts';
import { Id } from '../../protocol/rows/shared.ts';
import { personOn } from '../auth/guard.ts';
import type { Context } from '../context.ts';
import { registerSheet } from '../exports/register.ts';
import { readYear } from '../exports/register-year.ts';
import { XLSX } from '../exports/text-workbook.ts';
import { parseBody } from '../http/body.ts';
import { recall } from '../sync/recall.ts';

const Asked = z.object({ year: z.string().check(z.regex(/^2\d{3}$/)) });

export function numberRoutes(app: FastifyInstance, context: Context): void {
  const { store, books, pokes, now } = context;

  app.get('/api/numbers', async (request): Promise<NumberList> => {
    personOn(request, 'supervisor', 'admin');
    return readYear(context, Number(parseBody(Asked, request.query).year));
  });

  app.get('/api/numbers.xlsx', async (request, reply) => {
    personOn(request, 'supervisor', 'admin');
    const year = Number(parseBody(Asked, request.query).year);
    const sheet = await registerSheet(await readYear(context, year));
    const name = encodeURIComponent(`发文登记簿-${year}.xlsx`);
    reply.headers({
      'content-type': XLSX,
      'cache-control': 'no-store',
      // RFC 6266: a plain name for who cannot read the other.
      'content-disposition': `attachment; filename="register-${year}.xlsx"; filename*=UTF-8''${name}`,
    });
    return reply.send(sheet);
  });

  app.post<{ Params: { clientId: string } }>(
    '/api/devices/:clientId/recall',
    async (request): Promise<z.infer<typeof NumbersRecalled>> => {
      const person = personOn(request, 'supervisor');
      const { data: clientId = '' } = Id.safeParse(request.params.clientId);
      const { reason } = parseBody(NumberRecall, request.body);
      const { numbers, version } = await store.db
        .transaction()
        .execute((tx) => recall(tx, books, { clientId, by: person.accountId, reason }, now()));
      // The device itself should hear of it, if it is still there to hear.
      pokes.poke(version);
      return { numbers };
    },
  );
}
