/**
 * The ledger as a file. The download is the browser's own, so that it goes to the disk as it
 * comes and goes on when its dialog is left; beside it one may ask how far it has come.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { civilDateOf } from '../../domain/civil.ts';
import { type ExportProgress, LEDGER_FORMATS } from '../../protocol/ledger.ts';
import { Uuid } from '../../protocol/rows/shared.ts';
import { personOn } from '../auth/guard.ts';
import type { Context } from '../context.ts';
import { ExportJobs } from '../exports/ledger/export-jobs.ts';
import { CONTENT_TYPES, openExport } from '../exports/ledger/open-export.ts';
import { parseBody } from '../http/body.ts';
import { Failure } from '../http/failure.ts';
import { filterOn, scopeOn } from './ledger.ts';

const FileAsked = z.object({ format: z.enum(LEDGER_FORMATS), export: Uuid });
type Named = { Params: { id: string } };

export function ledgerExportRoutes(app: FastifyInstance, context: Context): void {
  const { now } = context;
  const jobs = new ExportJobs(now);

  app.get('/api/ledger/file', async (request, reply) => {
    const { accountId } = personOn(request);
    const { format, export: id } = parseBody(FileAsked, request.query);
    const asked = { format, scope: scopeOn(request), filter: filterOn(request) };
    const bytes = await openExport(context, asked, (total) => jobs.begin(accountId, id, total));
    const day = civilDateOf(now());
    const name = encodeURIComponent(`问题台账-${day}.${format}`);
    reply.headers({
      'content-type': CONTENT_TYPES[format],
      'cache-control': 'no-store',
      // RFC 6266: a plain name for who cannot read the other.
      'content-disposition': `attachment; filename="ledger-${day}.${format}"; filename*=UTF-8''${name}`,
    });
    return reply.send(bytes);
  });

  app.get<Named>('/api/ledger/exports/:id', async (request): Promise<ExportProgress> => {
    const progress = jobs.progress(personOn(request).accountId, idOn(request));
    if (!progress) throw new Failure('not-found');
    return progress;
  });

  app.delete<Named>('/api/ledger/exports/:id', async (request, reply) => {
    jobs.cancel(personOn(request).accountId, idOn(request));
    return reply.code(204).send();
  });
}

function idOn(request: FastifyRequest<Named>): string {
  return Uuid.safeParse(request.params.id).data ?? '';
}
