/** The built page. Names under assets/ hold their content's hash; all else asks again each time. */
import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { answer, pathOf } from './error-map.ts';
import { Failure } from './failure.ts';

const IMMUTABLE = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';
/** Where a file's name holds its content's hash. */
const HASHED = ['assets', 'v/assets', 'r/assets'];
/** A point's code may hold a dot, so only what is surely a file counts as one. */
const FILE = /\.(js|mjs|css|map|json|webmanifest|png|jpe?g|webp|svg|ico|woff2?|ttf|txt|xml|html)$/i;

export async function useStatic(app: FastifyInstance, clientDir: string): Promise<void> {
  const built = existsSync(join(clientDir, 'index.html'));
  if (built) {
    await app.register(fastifyStatic, {
      root: clientDir,
      wildcard: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const hashed = HASHED.some((folder) => path.startsWith(join(clientDir, folder) + sep));
        reply.setHeader('cache-control', hashed ? IMMUTABLE : ASK_AGAIN);
      },
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    const reading = request.method === 'GET' || request.method === 'HEAD';
    if (!built || !reading || !isPage(pathOf(request))) {
      return answer(reply, new Failure('not-found'));
    }
    return reply.sendFile('index.html');
  });
}

/** Every route of the app is the one page; a missing file must not pass for it. */
function isPage(path: string): boolean {
  return !/^\/(api|assets|healthz|v|r)(\/|$)/.test(path) && !FILE.test(path);
}
