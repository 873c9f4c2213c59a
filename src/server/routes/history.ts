import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { HISTORY_SUBJECTS, type HistoryAnswer, type HistoryEnd } from '../../protocol/history.ts';
import { Id } from '../../protocol/rows/shared.ts';
import { personOn } from '../auth/guard.ts';
import type { Context } from '../context.ts';
import { chainEnd } from '../history/chain-act.ts';
import { readDays } from '../history/day-log.ts';
import { sayEnd } from '../history/entry.ts';
import { historyOf } from '../history/subject.ts';
import { parseBody } from '../http/body.ts';

const Asked = z.object({ subject: z.enum(HISTORY_SUBJECTS), id: Id });

export function historyRoutes(app: FastifyInstance, context: Context): void {
  const { store, officeId, dataDir } = context;

  app.get('/api/history/:subject/:id', async (request): Promise<HistoryAnswer> => {
    personOn(request, 'inspector', 'supervisor', 'admin');
    const { subject, id } = parseBody(Asked, request.params);
    return { entries: await historyOf(store.db, officeId, subject, id) };
  });

  app.get('/api/history', async (request): Promise<HistoryEnd> => {
    personOn(request, 'admin', 'supervisor');
    const end = await chainEnd(store.db, officeId);
    const { last } = await readDays(dataDir);
    return { entries: end.nth, end: sayEnd(end), lastDay: last };
  });
}
