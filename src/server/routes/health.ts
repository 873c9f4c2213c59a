import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';

export function healthRoutes(app: FastifyInstance, context: Context): void {
  app.get('/healthz', async (_request, reply) => {
    await context.head(context.store.db);
    reply.header('cache-control', 'no-store');
    return { ok: true, store: context.store.dialect, version: context.version };
  });
}
