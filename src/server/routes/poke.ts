/** Server-sent events: one `poke` after each commit that changed rows. */
import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { only, personOn } from '../auth/guard.ts';
import type { Context } from '../context.ts';
import { unreadOf } from '../notify/inbox.ts';

/** Shorter than the half minute after which proxies cut a silent connection. */
const HEARTBEAT_MS = 25_000;

export function pokeRoutes(app: FastifyInstance, context: Context): void {
  const { pokes, bells, store, officeId, log } = context;
  const open = new Set<ServerResponse>();

  app.get('/api/poke', { onRequest: only() }, (request, reply) => {
    const { accountId } = personOn(request);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Nothing else is asked over it, so that its end ends the connection, too.
      connection: 'close',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    raw.write(': open\n\n');
    const stop = pokes.listen((version) => {
      raw.write(`event: poke\ndata: ${JSON.stringify({ version })}\n\n`);
    });
    const ring = (unread: number) => raw.write(`event: unread\ndata: ${unread}\n\n`);
    const unlisten = bells.listen(accountId, ring);
    unreadOf(store.db, officeId, accountId).then(ring, (error: unknown) =>
      log.warn({ err: error }, 'not rung'),
    );
    const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
    open.add(raw);
    raw.once('close', () => {
      stop();
      unlisten();
      clearInterval(heartbeat);
      open.delete(raw);
    });
  });

  app.addHook('preClose', async () => {
    for (const raw of open) raw.end();
  });
}
