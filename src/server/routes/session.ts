import type { FastifyInstance } from 'fastify';
import { SignIn } from '../../protocol/session.ts';
import { personOn } from '../auth/guard.ts';
import { decoyHash, isPassword } from '../auth/password.ts';
import { PERSON_FIELDS, personOf } from '../auth/people.ts';
import { COOKIE, clearCookie, closeSession, openSession, sendCookie } from '../auth/sessions.ts';
import { enterAttempt } from '../auth/throttle.ts';
import type { Context } from '../context.ts';
import { parseBody } from '../http/body.ts';
import { Failure } from '../http/failure.ts';

export function sessionRoutes(app: FastifyInstance, context: Context): void {
  const { store, officeId, now } = context;

  app.get('/api/session', async (request) => personOn(request));

  app.post('/api/session', async (request, reply) => {
    const { account, password } = parseBody(SignIn, request.body);
    const attempt = await enterAttempt(store.db, officeId, account, request.ip, now());
    const row = await store.db
      .selectFrom('account')
      .select([...PERSON_FIELDS, 'password_hash', 'disabled'])
      .where('office', '=', officeId)
      .where('account', '=', account)
      .executeTakeFirst();
    const decoy = await decoyHash();
    const right = await isPassword(row?.password_hash ?? decoy, password);
    if (!row || !right) throw new Failure('bad-credentials');
    await attempt.forgive();
    if (row.disabled !== 0) throw new Failure('account-disabled');
    const person = personOf(row);
    sendCookie(request, reply, await openSession(store.db, person, now()));
    return person;
  });

  app.delete('/api/session', async (request, reply) => {
    const token = request.cookies[COOKIE];
    if (token !== undefined) await closeSession(store.db, officeId, token);
    clearCookie(request, reply);
    return reply.code(204).send();
  });
}
