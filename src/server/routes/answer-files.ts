/** Files of answers, for who has an account: sent before the answer that names them, and read with it. */
import { createReadStream } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { mayDo } from '../../domain/role.ts';
import type { FileTaken } from '../../protocol/reply-page.ts';
import { Id, Sha256 } from '../../protocol/rows/shared.ts';
import { only, personOn } from '../auth/guard.ts';
import type { Person } from '../auth/people.ts';
import type { Context } from '../context.ts';
import { Failure } from '../http/failure.ts';
import { dropUnnamedFiles } from '../reply/drop-unnamed-files.ts';
import { type FileIntake, takeFile } from '../reply/file-intake.ts';
import { type Holder, hasSent } from '../reply/sent.ts';

type Asked = { Params: { id: string; sha256: string } };

const CLEAN_EVERY_MS = 24 * 3_600_000;
/** Whatever a browser takes it for, it runs nothing of it. */
const POLICY = "default-src 'none'; sandbox";

export async function answerFileRoutes(
  app: FastifyInstance,
  context: Context,
  intake: FileIntake,
): Promise<void> {
  const { store, officeId, rows, log } = context;
  const { files } = intake;
  let cleaning: Promise<unknown> = Promise.resolve();
  const clean = () => {
    cleaning = dropUnnamedFiles({ ...context, files }).catch((error) =>
      log.warn({ err: error }, 'not cleaned'),
    );
  };
  const timer = setInterval(clean, CLEAN_EVERY_MS).unref();
  app.addHook('onReady', async () => clean());
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await cleaning;
  });

  app.get<Asked>('/api/replies/:id/files/:sha256', async (request, reply) => {
    const person = personOn(request);
    const { data: id = '' } = Id.safeParse(request.params.id);
    const { data: sha256 } = Sha256.safeParse(request.params.sha256);
    const row = (await rows.get(store.db, 'reply', id))?.row;
    const file = row?.files.find((one) => one.sha256 === sha256);
    if (!row || !file || !maySee(person, row.unitId)) throw new Failure('not-found');
    // An answer shows only what its own side has sent, whatever hash it names.
    const holder: Holder = row.way === 'paper' ? 'office' : `unit:${row.unitId}`;
    const kept = (await hasSent(context, holder, file.sha256)) ? await keptOf(file.sha256) : null;
    if (kept === null || !(await files.isHere(file.sha256))) throw new Failure('not-found');
    reply.headers({
      'cache-control': 'private, no-store',
      // As the office has found it to be, whatever the answer says.
      'content-type': kept.type,
      'content-length': String(kept.bytes),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
    });
    return reply.send(createReadStream(files.pathOf(file.sha256)));
  });

  async function keptOf(sha256: string) {
    const row = await store.db
      .selectFrom('answer_file')
      .select(['type', 'bytes'])
      .where('office', '=', officeId)
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    return row ?? null;
  }

  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/octet-stream', (_request, payload, done) =>
      done(null, payload),
    );
    scope.post('/api/files', { onRequest: only() }, async (request): Promise<FileTaken> => {
      const person = personOn(request);
      if (!mayDo(person.role, 'reply.submit')) throw new Failure('not-permitted');
      return takeFile(context, intake, holderOf(person), request.body);
    });
  });
}

function holderOf({ role, unitId }: Person): Holder {
  return role === 'unit' ? `unit:${unitId ?? '-'}` : 'office';
}

function maySee({ role, unitId }: Person, of: string): boolean {
  return role !== 'unit' || unitId === of;
}
