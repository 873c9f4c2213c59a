/** Photos come in over tus 1.0, apart from the rows, and go on where a bad link cut them. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { Server, type Upload } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayDo, mayImportForOthers } from '../../domain/role.ts';
import { only, personOn } from '../auth/guard.ts';
import { BlobStore } from '../blobs/blob-store.ts';
import { isAwaited } from '../blobs/missing.ts';
import { PhotoIntake } from '../blobs/photo-intake.ts';
import { dropUnnamed } from '../blobs/unnamed.ts';
import { readMetadata } from '../blobs/upload-metadata.ts';
import { UploadCut, UploadStore } from '../blobs/upload-store.ts';
import type { Context } from '../context.ts';
import { Failure } from '../http/failure.ts';

const PATH = '/api/photos';
const MAX_BYTES = 20 * 1024 * 1024;
const CLEAN_EVERY_MS = 24 * 3_600_000;
const UPLOAD_ID = /^[0-9a-f]{32}$/;

/** The account that begins the upload under way; the library hands no request's own state on. */
const maker = new AsyncLocalStorage<string>();

type WithId = { Params: { id: string } };

export async function photoRoutes(app: FastifyInstance, context: Context): Promise<void> {
  const { store, officeId, now, pokes, dataDir, log } = context;
  const uploads = new UploadStore(dataDir);
  const blobs = new BlobStore(dataDir);
  const changed = (version: number) => pokes.poke(version);
  const intake = new PhotoIntake({ store, officeId, uploads, blobs, now, changed });
  const tus = new Server({
    path: PATH,
    datastore: uploads,
    maxSize: MAX_BYTES,
    relativeLocation: true,
    // Whose it is stands with the upload, on the server's word alone.
    onUploadCreate: async (_request, upload) => ({
      metadata: { ...upload.metadata, account: maker.getStore() ?? '' },
    }),
    onUploadFinish: async (_request, upload) => {
      await intake.take(upload);
      return {};
    },
    // Thrown on, so that our own error map answers in our own words.
    onResponseError: (_request, error) => {
      throw failureOf(error);
    },
  });
  const cleanUp = async () => {
    await tus.cleanUpExpiredUploads();
    await dropUnnamed({ store, officeId, blobs }, now());
  };
  let cleaning = Promise.resolve();
  const clean = () => {
    cleaning = cleanUp().catch((error) => log.warn({ err: error }, 'not cleaned'));
  };
  const timer = setInterval(clean, CLEAN_EVERY_MS).unref();
  app.addHook('onReady', async () => clean());
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await cleaning;
  });

  const pass = async (request: FastifyRequest, reply: FastifyReply) => {
    await tus.handle(request.raw, reply.raw);
    reply.hijack();
  };
  /** An upload is its maker's alone; to others it does not exist. */
  const own = async (request: FastifyRequest<WithId>): Promise<Upload> => {
    const person = personOn(request);
    const { id } = request.params;
    if (!UPLOAD_ID.test(id)) throw new Failure('not-found');
    const upload = await uploads.getUpload(id).catch((error) => {
      throw failureOf(error);
    });
    if (upload.metadata?.account !== person.accountId) throw new Failure('not-found');
    return upload;
  };

  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // The bytes go to disk as they come; nothing gathers them first.
    scope.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) =>
      done(null),
    );
    const options = { onRequest: only() };
    scope.post(PATH, options, async (request, reply) => {
      const person = personOn(request);
      const said = readMetadata(request.headers['upload-metadata']);
      const may =
        mayDo(person.role, 'finding.record') ||
        mayImportForOthers(person.role) ||
        // Whose role has changed may still hold what the office waits for.
        (said !== null && (await isAwaited(store.db, officeId, said.sha256)));
      if (!may) throw new Failure('not-permitted');
      if (!said || request.headers['upload-length'] === undefined) throw new Failure('bad-request');
      return maker.run(person.accountId, () => pass(request, reply));
    });
    scope.head<WithId>(`${PATH}/:id`, options, async (request, reply) => {
      const upload = await own(request);
      if (upload.offset !== upload.size) return pass(request, reply);
      // The last byte came but its answer did not: what was left undone is done now.
      await intake.take(upload);
      return reply
        .headers({
          'tus-resumable': '1.0.0',
          'cache-control': 'no-store',
          'upload-offset': String(upload.offset),
          'upload-length': String(upload.size),
        })
        .send();
    });
    scope.patch<WithId>(`${PATH}/:id`, options, async (request, reply) => {
      await own(request);
      return pass(request, reply);
    });
    scope.delete<WithId>(`${PATH}/:id`, options, async (request, reply) => {
      await own(request);
      return pass(request, reply);
    });
  });
}

/** The library's errors carry a status; ours are failures already. */
function failureOf(error: unknown): unknown {
  if (error instanceof UploadCut) return new Failure('conflict');
  if (typeof error !== 'object' || error === null || !('status_code' in error)) return error;
  switch (error.status_code) {
    case 403:
    case 404:
    case 410:
      return new Failure('not-found');
    case 409:
    case 423:
      return new Failure('conflict', { message: '上传的位置与服务器不一致，请续传' });
    case 413:
      return new Failure('too-large');
  }
  return Number(error.status_code) < 500 ? new Failure('bad-request') : error;
}
