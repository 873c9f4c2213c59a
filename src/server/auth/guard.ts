/** Who may pass: the session of each request to the office's own routes. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Role } from '../../domain/role.ts';
import type { Context } from '../context.ts';
import { Failure } from '../http/failure.ts';
import type { Person } from './people.ts';
import { COOKIE, SessionFinder, sendCookie } from './sessions.ts';

declare module 'fastify' {
  interface FastifyRequest {
    person: Person | null;
  }
}

/** Reads the session of every request under /api; refuses none by itself. */
export function useSessions(app: FastifyInstance, { store, officeId, now }: Context): void {
  const sessions = new SessionFinder(store.db, officeId);
  app.decorateRequest('person', null);
  app.addHook('onRequest', async (request, reply) => {
    const token = request.cookies[COOKIE];
    if (token === undefined || !request.url.startsWith('/api/')) return;
    const found = await sessions.find(token, now());
    if (!found) return;
    request.person = found.person;
    if (found.renewed) sendCookie(request, reply, token);
  });
}

/** The signed-in person, of one of the roles where any are named. */
export function personOn(request: FastifyRequest, ...roles: Role[]): Person {
  const { person } = request;
  if (!person) throw new Failure('not-signed-in');
  if (roles.length > 0 && !roles.includes(person.role)) throw new Failure('not-permitted');
  return person;
}

/** For routes whose body must not even be read from a stranger. */
export function only(...roles: Role[]) {
  return async (request: FastifyRequest): Promise<void> => {
    personOn(request, ...roles);
  };
}
