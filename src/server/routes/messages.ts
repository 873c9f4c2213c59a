import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { type MessageList, MessagesRead, type Unread } from '../../protocol/messages.ts';
import { Uuid } from '../../protocol/rows/shared.ts';
import { personOn } from '../auth/guard.ts';
import type { Context } from '../context.ts';
import { parseBody } from '../http/body.ts';
import { markRead, messagesOf, unreadOf } from '../notify/inbox.ts';

const Asked = z.object({ before: z.optional(Uuid) });

/** A person's own messages, and nobody else's. */
export function messageRoutes(app: FastifyInstance, context: Context): void {
  const { store, officeId, bells, now } = context;

  app.get('/api/messages', async (request): Promise<MessageList> => {
    const { accountId } = personOn(request);
    const { before = null } = parseBody(Asked, request.query);
    return {
      messages: await messagesOf(store.db, officeId, accountId, before),
      unread: await unreadOf(store.db, officeId, accountId),
    };
  });

  app.post('/api/messages/read', async (request): Promise<z.infer<typeof Unread>> => {
    const { accountId } = personOn(request);
    const { ids } = parseBody(MessagesRead, request.body);
    await markRead(store.db, officeId, accountId, ids, now());
    const unread = await unreadOf(store.db, officeId, accountId);
    // The person's other pages should hear of it, too.
    bells.ring(accountId, unread);
    return { unread };
  });
}
