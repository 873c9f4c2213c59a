import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { OLDEST_PROTOCOL, PROTOCOL, SyncRequest } from '../../protocol/sync.ts';
import { only, personOn } from '../auth/guard.ts';
import { actorOf } from '../auth/people.ts';
import type { Context } from '../context.ts';
import { Failure } from '../http/failure.ts';
import { shrunk } from '../http/shrunk.ts';
import { exchange } from '../sync/exchange.ts';

const BODY_LIMIT = 8 * 1024 * 1024;
/** Read before all else: an older client's request may look different in every other way. */
const Versioned = z.object({ protocol: z.int() });

export function syncRoutes(app: FastifyInstance, context: Context): void {
  const options = { bodyLimit: BODY_LIMIT, onRequest: only() };
  app.post('/api/sync', options, async (request, reply) => {
    const person = personOn(request);
    reply.headers({
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
    });
    const answer = await exchange(context, actorOf(person), requestOf(request.body));
    return shrunk(request, reply, answer);
  });
}

function requestOf(body: unknown): SyncRequest {
  const versioned = Versioned.safeParse(body);
  if (!versioned.success) throw new Failure('bad-request');
  if (versioned.data.protocol < OLDEST_PROTOCOL) throw new Failure('upgrade-needed');
  if (versioned.data.protocol > PROTOCOL) {
    throw new Failure('bad-request', { message: '服务器的程序比本机旧，请联系管理员更新服务器' });
  }
  const parsed = SyncRequest.safeParse(body);
  if (!parsed.success) throw new Failure('bad-request');
  return parsed.data;
}
