/** The verify page and its one question: for anybody, without an account, and nothing else told. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { VERIFY_PATH } from '../../protocol/seal-payload.ts';
import { type SealAnswer, SealQuestion } from '../../protocol/signers.ts';
import type { Context } from '../context.ts';
import { parseBody } from '../http/body.ts';
import { Failure } from '../http/failure.ts';
import { Pace } from '../http/pace.ts';
import { judgeSeal } from '../signing/judge-seal.ts';

/** A whole office may share one address, and a counter where papers are handed in too. */
const MOST_QUESTIONS = 60;
const WINDOW_MS = 60_000;

/** Narrower than the app's: this page has no worker, no manifest and no form. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob: data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join(';');

export function verifyRoutes(app: FastifyInstance, context: Context): void {
  const pace = new Pace(MOST_QUESTIONS, WINDOW_MS);
  const page = join('v', 'index.html');
  const built = existsSync(join(context.clientDir, page));

  app.get(VERIFY_PATH, async (_request, reply) => {
    if (!built) throw new Failure('not-found');
    reply.header('content-security-policy', POLICY);
    return reply.sendFile(page);
  });

  app.post('/api/verify', async (request, reply): Promise<SealAnswer> => {
    pace.enter(request.ip, context.now());
    reply.header('cache-control', 'no-store');
    return judgeSeal(context, parseBody(SealQuestion, request.body));
  });
}
