/** 反馈链接 on the notice's own screen: the office makes them, sees them, and revokes them. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { mayMakeLinks, mayRevokeLinks } from '../../domain/role.ts';
import type { ReplyLinkMade, ReplyLinks } from '../../protocol/reply-links.ts';
import { Id } from '../../protocol/rows/shared.ts';
import { personOn } from '../auth/guard.ts';
import type { Context } from '../context.ts';
import { Failure } from '../http/failure.ts';
import { listLinks, makeLink, revokeLinks } from '../reply/links.ts';

type Asked = { Params: { id: string } };

export function replyLinkRoutes(app: FastifyInstance, context: Context): void {
  const { store, rows } = context;

  async function noticeOf(request: FastifyRequest<Asked>) {
    const { data: id } = Id.safeParse(request.params.id);
    const found = id === undefined ? undefined : await rows.get(store.db, 'notice', id);
    if (!found) throw new Failure('not-found');
    return found.row;
  }

  app.get<Asked>('/api/notices/:id/links', async (request): Promise<ReplyLinks> => {
    const person = personOn(request);
    if (!mayMakeLinks(person.role)) throw new Failure('not-permitted');
    return listLinks(context, await noticeOf(request));
  });

  app.post<Asked>('/api/notices/:id/links', async (request, reply): Promise<ReplyLinkMade> => {
    const person = personOn(request);
    if (!mayMakeLinks(person.role)) throw new Failure('not-permitted');
    reply.header('cache-control', 'no-store');
    return makeLink(context, person, await noticeOf(request));
  });

  app.post<Asked>('/api/notices/:id/links/revoke', async (request): Promise<ReplyLinks> => {
    const person = personOn(request);
    if (!mayRevokeLinks(person.role)) throw new Failure('not-permitted');
    return revokeLinks(context, person, await noticeOf(request));
  });
}
