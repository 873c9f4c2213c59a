/** The office's HTTP face: every route, hook and header, put together in one order. */
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { useSessions } from './auth/guard.ts';
import type { Context } from './context.ts';
import { drainable } from './http/drain.ts';
import { answer, failureOf, useErrorMap } from './http/error-map.ts';
import { logAnswers } from './http/log.ts';
import { useSecurity } from './http/security.ts';
import { GZIP_LEVEL, WORTH_SHRINKING } from './http/shrunk.ts';
import { useStatic } from './http/static.ts';
import { answerRaw } from './http/unreadable.ts';
import { AnswerFiles } from './reply/answer-files.ts';
import { Incoming } from './reply/incoming.ts';
import { accountRoutes } from './routes/accounts.ts';
import { answerFileRoutes } from './routes/answer-files.ts';
import { codeRoutes } from './routes/codes.ts';
import { deviceRoutes } from './routes/devices.ts';
import { fontRoutes } from './routes/fonts.ts';
import { handoffRoutes } from './routes/handoff.ts';
import { healthRoutes } from './routes/health.ts';
import { hereRoutes } from './routes/here.ts';
import { historyRoutes } from './routes/history.ts';
import { importRoutes } from './routes/imports.ts';
import { ledgerRoutes } from './routes/ledger.ts';
import { ledgerExportRoutes } from './routes/ledger-exports.ts';
import { messageRoutes } from './routes/messages.ts';
import { missingPhotoRoutes } from './routes/missing-photos.ts';
import { numberRoutes } from './routes/numbers.ts';
import { officeRoutes } from './routes/office.ts';
import { outletRoutes } from './routes/outlet.ts';
import { parcelRoutes } from './routes/parcels.ts';
import { photoFileRoutes } from './routes/photo-file.ts';
import { photoRoutes } from './routes/photos.ts';
import { pokeRoutes } from './routes/poke.ts';
import { pushRoutes } from './routes/push.ts';
import { replyRoutes } from './routes/reply.ts';
import { replyLinkRoutes } from './routes/reply-links.ts';
import { roundRoutes } from './routes/rounds.ts';
import { sessionRoutes } from './routes/session.ts';
import { setUpRoutes } from './routes/set-up.ts';
import { signerRoutes } from './routes/signers.ts';
import { statementRoutes } from './routes/statements.ts';
import { syncRoutes } from './routes/sync.ts';
import { tileRoutes } from './routes/tiles.ts';
import { verifyRoutes } from './routes/verify.ts';

const BODY_LIMIT = 64 * 1024;
const REQUEST_TIMEOUT_MS = 10 * 60_000;

export interface App {
  readonly app: FastifyInstance;
  close(): Promise<void>;
}

export async function buildApp(context: Context): Promise<App> {
  const app = Fastify({
    loggerInstance: context.log,
    // Its own lines would hold addresses with their queries; ours are in log.ts.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // Only a proxy on this very machine is believed about who asks and how.
    trustProxy: 'loopback',
    frameworkErrors: (error, request, reply) => {
      request.log.warn({ status: 400 }, 'refused');
      answer(reply, failureOf(error));
    },
    clientErrorHandler: (error, socket) => answerRaw(error, socket, context.log),
    routerOptions: { maxParamLength: 200 },
  });
  app.removeContentTypeParser('text/plain');
  const close = drainable(app);
  useErrorMap(app);
  logAnswers(app);
  await app.register(cookie);
  await useSecurity(app);
  await app.register(compress, {
    encodings: ['gzip', 'identity'],
    threshold: WORTH_SHRINKING,
    zlibOptions: { level: GZIP_LEVEL },
  });
  useSessions(app, context);
  healthRoutes(app, context);
  sessionRoutes(app, context);
  setUpRoutes(app, context);
  syncRoutes(app, context);
  pokeRoutes(app, context);
  deviceRoutes(app, context);
  numberRoutes(app, context);
  hereRoutes(app, context);
  historyRoutes(app, context);
  messageRoutes(app, context);
  pushRoutes(app, context);
  outletRoutes(app, context);
  signerRoutes(app, context);
  verifyRoutes(app, context);
  parcelRoutes(app, context);
  await photoRoutes(app, context);
  photoFileRoutes(app, context);
  missingPhotoRoutes(app, context);
  const intake = {
    incoming: new Incoming(context.dataDir),
    files: new AnswerFiles(context.dataDir),
  };
  await replyRoutes(app, context, intake);
  await answerFileRoutes(app, context, intake);
  replyLinkRoutes(app, context);
  accountRoutes(app, context);
  officeRoutes(app, context);
  await fontRoutes(app, context);
  await importRoutes(app, context);
  await codeRoutes(app, context);
  await handoffRoutes(app, context);
  roundRoutes(app, context);
  ledgerRoutes(app, context);
  ledgerExportRoutes(app, context);
  statementRoutes(app, context);
  tileRoutes(app, context);
  await useStatic(app, context.clientDir);
  return { app, close };
}
