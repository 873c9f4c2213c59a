/** Ending a server: what is under way is answered, then every connection goes. */
import type { FastifyInstance } from 'fastify';

/** Longer than any answer takes; a slow upload is cut, and goes on after the next start. */
const GRACE_MS = 5_000;

/** Watches the app's requests; the answer closes it. */
export function drainable(app: FastifyInstance): () => Promise<void> {
  let underWay = 0;
  let emptied: (() => void) | null = null;
  app.addHook('onRequest', async (_request, reply) => {
    underWay += 1;
    reply.raw.once('close', () => {
      underWay -= 1;
      if (underWay === 0) emptied?.();
    });
  });
  return async () => {
    // Stops listening at once, and resolves when the last connection is gone.
    const closed = app.close();
    if (underWay > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, GRACE_MS);
        emptied = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    // Node's own notion of an idle connection misses some that a browser keeps open.
    app.server.closeAllConnections();
    await closed;
  };
}
