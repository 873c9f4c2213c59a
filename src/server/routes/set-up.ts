/** The first administrator of an empty office, by the link that the console printed. */
import type { FastifyInstance } from 'fastify';
import { uuidv7 } from 'uuidv7';
import { SetUp } from '../../protocol/session.ts';
import { hashPassword } from '../auth/password.ts';
import type { Person } from '../auth/people.ts';
import { openSession, sendCookie } from '../auth/sessions.ts';
import { requireSetUpLink, useUpSetUpLink } from '../auth/set-up-link.ts';
import type { Context } from '../context.ts';
import { parseBody } from '../http/body.ts';
import { takeVersions } from '../store/office-lock.ts';

export function setUpRoutes(app: FastifyInstance, context: Context): void {
  const { store, officeId, rows, pokes, now } = context;

  app.post('/api/set-up', async (request, reply): Promise<Person> => {
    const wanted = parseBody(SetUp, request.body);
    // Before the costly hash: a stranger must not make the server work.
    await requireSetUpLink(store.db, officeId, wanted.token);
    const password_hash = await hashPassword(wanted.password);
    const person: Person = {
      accountId: uuidv7(),
      account: wanted.account,
      name: '管理员',
      role: 'admin',
      unitId: null,
      officeId,
    };
    const version = await store.db.transaction().execute(async (tx) => {
      const next = await takeVersions(tx, officeId);
      await useUpSetUpLink(tx, officeId, wanted.token);
      const before = await rows.get(tx, 'office', officeId);
      if (!before) throw new Error('the office has no row');
      const row = { ...before.row, name: wanted.officeName, agency: wanted.agency };
      await rows.write(tx, 'office', [{ row, shownTo: '' }], next);
      await tx
        .insertInto('account')
        .values({
          office: officeId,
          id: person.accountId,
          account: person.account,
          name: person.name,
          role: person.role,
          unit_id: null,
          password_hash,
          disabled: 0,
          sample: 0,
          created_at: now(),
        })
        .execute();
      return next;
    });
    pokes.poke(version);
    sendCookie(request, reply, await openSession(store.db, person, now()));
    return person;
  });
}
