import type { FastifyInstance } from 'fastify';
import type * as z from 'zod/mini';
import { type OfficeAnswer, OfficePatch } from '../../protocol/admin.ts';
import { personOn } from '../auth/guard.ts';
import type { Context } from '../context.ts';
import { chainAct } from '../history/chain-act.ts';
import { parseBody } from '../http/body.ts';
import { Failure } from '../http/failure.ts';
import { isTileUrl } from '../http/tiles.ts';
import { takeVersions } from '../store/office-lock.ts';

export function officeRoutes(app: FastifyInstance, context: Context): void {
  const { store, officeId, rows, pokes, tiles, now } = context;

  app.patch('/api/office', async (request): Promise<z.infer<typeof OfficeAnswer>> => {
    const { accountId } = personOn(request, 'admin');
    const patch = parseBody(OfficePatch, request.body);
    if (patch.tileUrl && !isTileUrl(patch.tileUrl)) {
      throw new Failure('bad-request', {
        message: '底图地址要以 http(s):// 或 / 开头，并含有 {x}、{y}、{z}',
      });
    }
    const { office, version } = await store.db.transaction().execute(async (tx) => {
      const next = await takeVersions(tx, officeId);
      const before = await rows.get(tx, 'office', officeId);
      if (!before) throw new Error('the office has no row');
      const row = { ...before.row, ...patch };
      await rows.write(tx, 'office', [{ row, shownTo: '' }], next);
      const act = { name: 'office.change', accountId, at: now(), detail: patch };
      await chainAct(tx, store, officeId, act);
      return { office: row, version: next };
    });
    tiles.set(office.tileUrl);
    pokes.poke(version);
    return { office };
  });
}
