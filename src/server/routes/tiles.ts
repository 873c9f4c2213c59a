/**
 * The base map by way of the office: a page asks no other host, so its policy
 * names none. The server asks only where the administrator's setting points,
 * follows nowhere else, and passes on nothing but small pictures.
 */
import type { FastifyInstance } from 'fastify';
import { only } from '../auth/guard.ts';
import type { Context } from '../context.ts';
import { Failure } from '../http/failure.ts';

type Asked = { Params: { z: string; x: string; y: string } };

const WHOLE = /^\d{1,7}$/;
/** Without SVG: it may hold scripts. */
const PICTURE = /^image\/(?:png|jpeg|webp|gif|avif)$/;
const MAX_BYTES = 1024 * 1024;
const TIMEOUT_MS = 10_000;
/** The page's address for a tile changes with the setting. */
const CACHE = 'private, max-age=86400';

export function tileRoutes(app: FastifyInstance, { tiles, version, log }: Context): void {
  app.get<Asked>('/api/tiles/:z/:x/:y', { onRequest: only() }, async (request, reply) => {
    const { z, x, y } = request.params;
    if (![z, x, y].every((part) => WHOLE.test(part))) throw new Failure('not-found');
    const address = tiles.addressOf({ z: Number(z), x: Number(x), y: Number(y) });
    if (address === null) throw new Failure('not-found');
    const { type, bytes } = await fetchPicture(address, `xundian/${version}`).catch((error) => {
      if (error instanceof Failure) throw error;
      log.info({ err: error }, 'no tile');
      throw new Failure('tiles-unreachable');
    });
    return reply.headers({ 'content-type': type, 'cache-control': CACHE }).send(bytes);
  });
}

async function fetchPicture(
  address: string,
  agent: string,
): Promise<{ readonly type: string; readonly bytes: Buffer }> {
  const answer = await fetch(address, {
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: { accept: 'image/*', 'user-agent': agent },
  });
  const type = (answer.headers.get('content-type') ?? '').split(';', 1)[0]?.trim() ?? '';
  const { status, body } = answer;
  if (status !== 200 || !body || !PICTURE.test(type)) {
    await body?.cancel();
    throw new Failure(status === 404 ? 'not-found' : 'tiles-unreachable');
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    // Leaving the loop ends the download.
    if (size > MAX_BYTES) throw new Failure('tiles-unreachable');
    chunks.push(chunk);
  }
  return { type, bytes: Buffer.concat(chunks) };
}
