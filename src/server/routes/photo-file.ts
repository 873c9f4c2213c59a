import { createReadStream } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Sha256 } from '../../protocol/rows/shared.ts';
import { personOn } from '../auth/guard.ts';
import { actorOf } from '../auth/people.ts';
import { BlobStore } from '../blobs/blob-store.ts';
import type { Context } from '../context.ts';
import { Failure } from '../http/failure.ts';
import { type Scope, scopeOf } from '../sync/scope.ts';

type Asked = { Params: { sha256: string } };

/** The name is the content's hash: what a device has once fetched never changes. */
const CACHE = 'private, max-age=31536000, immutable';

export function photoFileRoutes(app: FastifyInstance, context: Context): void {
  const blobs = new BlobStore(context.dataDir);

  // Both by one handler: a HEAD made of the GET would read the whole file and say length 0.
  const method = ['GET', 'HEAD'];
  const url = '/api/photos/file/:sha256';
  app.route<Asked>({ method, url, handler });

  async function handler(request: FastifyRequest<Asked>, reply: FastifyReply) {
    const scope = scopeOf(actorOf(personOn(request)));
    const { data: sha256 } = Sha256.safeParse(request.params.sha256);
    if (sha256 === undefined || !(await maySee(context, scope, sha256))) {
      throw new Failure('not-found');
    }
    const size = await blobs.sizeOf(sha256);
    if (size === null) throw new Failure('not-found');
    reply.headers({
      'cache-control': CACHE,
      'content-type': 'image/jpeg',
      'content-length': String(size),
      etag: `"${sha256}"`,
    });
    if (request.headers['if-none-match'] === `"${sha256}"`) return reply.code(304).send();
    return request.method === 'HEAD'
      ? reply.send()
      : reply.send(createReadStream(blobs.pathOf(sha256)));
  }
}

/** Only where a photo of that content is among the person's rows, and its bytes are here. */
async function maySee(
  { store, officeId }: Context,
  scope: Scope,
  sha256: string,
): Promise<boolean> {
  const photos = store.db
    .selectFrom('photo')
    .select('id')
    .where('office', '=', officeId)
    .where('sha256', '=', sha256)
    .where('arrived', '=', 1);
  const seen = scope.kind === 'unit' ? photos.where('shown_to', '=', scope.unitId) : photos;
  return (await seen.executeTakeFirst()) !== undefined;
}
