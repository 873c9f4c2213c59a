/** Headers that keep a page to itself, and the refusal of what another site sends. */
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Failure } from './failure.ts';

const SELF = "'self'";
const NONE = "'none'";
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

export async function useSecurity(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': [SELF],
        'script-src': [SELF],
        'style-src': [SELF],
        'font-src': [SELF],
        'img-src': [SELF, 'blob:', 'data:'],
        'connect-src': [SELF],
        'worker-src': [SELF],
        'manifest-src': [SELF],
        'object-src': [NONE],
        'base-uri': [NONE],
        'form-action': [SELF],
        'frame-ancestors': [NONE],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', 'camera=(self), geolocation=(self), microphone=()');
    if (!READING.has(request.method) && isForeign(request)) throw new Failure('foreign-origin');
  });
}

/** The session cookie is SameSite=Strict; this holds where a browser does not honour that. */
function isForeign(request: FastifyRequest): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return hostOf(origin) !== request.host;
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
