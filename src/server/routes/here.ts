import type { FastifyInstance } from 'fastify';
import { Here, type HereAnswer } from '../../protocol/here.ts';
import { personOn } from '../auth/guard.ts';
import type { Context } from '../context.ts';
import { parseBody } from '../http/body.ts';
import { deviceOf } from '../rescue/device-cookie.ts';
import { noteHere } from '../rescue/note-here.ts';

export function hereRoutes(app: FastifyInstance, context: Context): void {
  app.post('/api/here', async (request, reply): Promise<HereAnswer> => {
    const { accountId } = personOn(request);
    const here = parseBody(Here, request.body);
    return noteHere(context, { accountId, device: deviceOf(request, reply) }, here);
  });
}
