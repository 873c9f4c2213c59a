/** The reply page of a notice, and what its holder may see and do: of this notice, and nothing else. */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type FileTaken,
  ReplyAnswer,
  ReplyExtension,
  type ReplyReceipt,
  ReplySign,
  type ReplyView,
} from '../../protocol/reply-page.ts';
import { Sha256 } from '../../protocol/rows/shared.ts';
import { REPLY_PATH } from '../../protocol/seal-payload.ts';
import { BlobStore } from '../blobs/blob-store.ts';
import { PhotoIntake, requireKept } from '../blobs/photo-intake.ts';
import { UploadStore } from '../blobs/upload-store.ts';
import type { Context } from '../context.ts';
import { parseBody } from '../http/body.ts';
import { Failure } from '../http/failure.ts';
import { answer, askForTime, holderOf, signFor } from '../reply/acts.ts';
import type { WayIn } from '../reply/capability.ts';
import { type FileIntake, takeFile } from '../reply/file-intake.ts';
import { viewOf } from '../reply/page-view.ts';
import { noteSent, requireRoom } from '../reply/sent.ts';
import { Gatekeeper } from '../reply/way-in.ts';

/** Narrower than the app's: this page has no worker, no manifest and no form that goes anywhere. */
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

type Asked = { Params: { sha256: string } };

export async function replyRoutes(
  app: FastifyInstance,
  context: Context,
  intake: FileIntake,
): Promise<void> {
  const { store, officeId, rows, dataDir, now, pokes, clientDir } = context;
  const gate = new Gatekeeper(context);
  const blobs = new BlobStore(dataDir);
  const changed = (version: number) => pokes.poke(version);
  const uploads = new UploadStore(dataDir);
  const photos = new PhotoIntake({ store, officeId, uploads, blobs, now, changed });
  const page = join('r', 'index.html');
  const built = existsSync(join(clientDir, page));

  app.get(REPLY_PATH, async (_request, reply) => {
    if (!built) throw new Failure('not-found');
    reply.header('content-security-policy', POLICY);
    return reply.sendFile(page);
  });

  await app.register(async (scope) => {
    scope.addHook('onRequest', keepNothing);

    scope.get(
      '/api/reply',
      async (request): Promise<ReplyView> => viewOf(context, await gate.admit(request)),
    );

    scope.get<Asked>('/api/reply/photos/:sha256', async (request, reply) => {
      const { findings } = await gate.admit(request);
      const { data: sha256 = '' } = Sha256.safeParse(request.params.sha256);
      const own = new Set(findings.map(({ id }) => id));
      const known = (await rows.list(store.db, 'photo', 'sha256', sha256)).some(
        ({ row }) => own.has(row.findingId) && row.arrived && !row.removed,
      );
      const size = known ? await blobs.sizeOf(sha256) : null;
      if (size === null) throw new Failure('not-found');
      reply.headers({ 'content-type': 'image/jpeg', 'content-length': String(size) });
      return reply.send(createReadStream(blobs.pathOf(sha256)));
    });
  });

  const ways = new WeakMap<FastifyRequest, WayIn>();
  /** Before a byte of the body is read. */
  const letIn = async (request: FastifyRequest) => {
    ways.set(request, await gate.admitToAct(request));
  };
  const wayOf = (request: FastifyRequest): WayIn => {
    const way = ways.get(request);
    if (!way) throw new Failure('reply-unknown');
    return way;
  };

  await app.register(async (scope) => {
    scope.addHook('onRequest', keepNothing);
    scope.addHook('onRequest', letIn);

    scope.post('/api/reply/sign', async (request): Promise<ReplyReceipt> => {
      const way = wayOf(request);
      return signFor(context, way, parseBody(ReplySign, request.body));
    });

    scope.post('/api/reply/answers', async (request): Promise<ReplyReceipt> => {
      const way = wayOf(request);
      return answer(context, way, parseBody(ReplyAnswer, request.body));
    });

    scope.post('/api/reply/extensions', async (request): Promise<ReplyReceipt> => {
      const way = wayOf(request);
      return askForTime(context, way, parseBody(ReplyExtension, request.body));
    });
  });

  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // To the disk as it comes; nothing gathers it first.
    scope.addContentTypeParser('application/octet-stream', (_request, payload, done) =>
      done(null, payload),
    );
    scope.addHook('onRequest', keepNothing);
    scope.addHook('onRequest', letIn);

    scope.post('/api/reply/files', async (request): Promise<FileTaken> => {
      const way = wayOf(request);
      return takeFile(context, intake, holderOf(way), request.body);
    });

    /** By the intake of every photo of this office. */
    scope.post('/api/reply/photos', async (request): Promise<FileTaken> => {
      const way = wayOf(request);
      const holder = holderOf(way);
      await requireRoom(context, holder);
      const { path, sha256, bytes } = await intake.incoming.receive(request.body);
      try {
        requireKept(await photos.keep({ file: path, sha256, bytes, by: way.client }));
      } finally {
        await intake.incoming.drop(path);
      }
      await noteSent(context, holder, { sha256, bytes });
      return { sha256, type: 'image/jpeg', bytes };
    });
  });
}

/** Somebody else's phone keeps none of it. */
async function keepNothing(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('cache-control', 'no-store');
}
