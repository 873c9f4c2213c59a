/**
 * What the server writes of its own running: who asked by which route, what was
 * answered, how long it took. Never a body, a cookie, a query, what stood in a
 * route's variable places, or an error's words, since those may quote what a
 * person wrote.
 */
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { errorCode } from '../store/store-error.ts';

export type Log = FastifyBaseLogger;

export interface LogTarget {
  write(line: string): void;
}

const STDERR = 2;
/** A page of the app, or an address that there is none of. */
const NO_ROUTE = '*';

export function makeLog(level: string, target?: LogTarget): Log {
  const to = target ?? pino.destination({ fd: STDERR, sync: true });
  return pino(
    {
      level,
      base: null,
      serializers: { req: () => undefined, res: () => undefined, err: wordless },
      hooks: {
        // Without a message of ours the library would take the error's own.
        logMethod([first, message], method) {
          const fields = first instanceof Error ? { err: first } : first;
          method.call(this, fields, typeof message === 'string' ? message : '');
        },
      },
    },
    to,
  );
}

/** An error by its kind, code and place in the program. */
export function wordless(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    kind: error.name,
    code: errorCode(error),
    at: frames.slice(0, 8).map((one) => one.trim()),
  };
}

export function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const line = {
      method: request.method,
      path: request.routeOptions.url ?? NO_ROUTE,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      account: request.person?.accountId,
    };
    if (reply.statusCode >= 500) request.log.error(line, 'answered');
    else if (reply.statusCode >= 400 && reply.statusCode !== 401) request.log.warn(line, 'refused');
    else request.log.info(line, 'answered');
  });
}
