/** The one place where what went wrong becomes an answer. No answer carries an error's own words. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorCode, isDiskFull } from '../store/store-error.ts';
import { Failure } from './failure.ts';

export function useErrorMap(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const failure = failureOf(error);
    if (failure.status >= 500) request.log.error({ err: error }, 'failed');
    return answer(reply, failure);
  });
}

export function answer(reply: FastifyReply, failure: Failure): FastifyReply {
  const wait = failure.body.retryAfter;
  if (wait !== undefined) reply.header('retry-after', String(wait));
  return reply.code(failure.status).header('cache-control', 'no-store').send(failure.body);
}

export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (isDiskFull(error)) return new Failure('disk-full');
  switch (errorCode(error)) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Failure('too-large');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Failure('wrong-type');
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return new Failure('bad-json');
  }
  const status = statusOf(error);
  if (error instanceof SyntaxError && status === 400) return new Failure('bad-json');
  return new Failure(status >= 400 && status < 500 ? 'bad-request' : 'server-error');
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return 500;
  return typeof error.statusCode === 'number' ? error.statusCode : 500;
}

/** The path without its query: a query may hold a one-time token. */
export function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}
