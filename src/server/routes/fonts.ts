import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FONT_TYPE, FontPatch, FontUpload, LARGEST_FONT } from '../../protocol/fonts.ts';
import { FontRow } from '../../protocol/rows/paper.ts';
import { Sha256 } from '../../protocol/rows/shared.ts';
import { only, personOn } from '../auth/guard.ts';
import type { Context } from '../context.ts';
import { judgeFont } from '../fonts/judge.ts';
import { addFont, placeFont } from '../fonts/own-fonts.ts';
import { parseBody } from '../http/body.ts';
import { Failure } from '../http/failure.ts';
import type { Db } from '../store/database.ts';
import { takeVersions } from '../store/office-lock.ts';

type Asked = { Params: { sha256: string } };

const shrink = promisify(brotliCompress);
/** Once for all tablets; the dear end would keep the administrator waiting. */
const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 24 };

/** The name is the content's hash: what a device has once fetched never changes. */
const CACHE = 'private, max-age=31536000, immutable';

export async function fontRoutes(app: FastifyInstance, context: Context): Promise<void> {
  const { store, officeId, rows, pokes, fonts } = context;

  /** Rows under a version of their own, told to every device. */
  async function change(write: (tx: Db, version: number) => Promise<FontRow>): Promise<FontRow> {
    const { row, version } = await store.db.transaction().execute(async (tx) => {
      const next = await takeVersions(tx, officeId);
      return { row: await write(tx, next), version: next };
    });
    pokes.poke(version);
    return row;
  }

  const method = ['GET', 'HEAD'];
  app.route<Asked>({ method, url: '/api/fonts/:sha256', handler: give });

  async function give(request: FastifyRequest<Asked>, reply: FastifyReply) {
    personOn(request);
    const { data: sha256 } = Sha256.safeParse(request.params.sha256);
    if (sha256 === undefined) throw new Failure('not-found');
    const smaller = takesBrotli(request) ? await fonts.find(sha256, 'ttf.br') : null;
    const found = smaller ?? (await fonts.find(sha256, 'ttf'));
    if (found === null) throw new Failure('not-found');
    reply.headers({ 'cache-control': CACHE, 'content-type': FONT_TYPE, vary: 'accept-encoding' });
    reply.headers({ etag: `"${sha256}"`, 'content-length': String(found.size) });
    if (smaller) reply.header('content-encoding', 'br');
    if (request.headers['if-none-match'] === `"${sha256}"`) {
      return reply.removeHeader('content-length').code(304).send();
    }
    return request.method === 'HEAD' ? reply.send() : reply.send(createReadStream(found.path));
  }

  /** What it is, for papers in the fonts of a version before. */
  app.get<Asked>('/api/fonts/:sha256/about', async (request, reply) => {
    personOn(request);
    const { data: sha256 } = Sha256.safeParse(request.params.sha256);
    const found = sha256 === undefined ? null : await fonts.find(sha256, 'json');
    if (found === null) throw new Failure('not-found');
    reply.headers({ 'cache-control': CACHE, 'content-type': 'application/json; charset=utf-8' });
    return reply.send(createReadStream(found.path));
  });

  app.patch<{ Params: { id: string } }>('/api/office/fonts/:id', async (request) => {
    personOn(request, 'admin');
    const { place } = parseBody(FontPatch, request.body);
    return change((tx, version) => placeFont(tx, rows, request.params.id, place, version));
  });

  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    const limit = { parseAs: 'buffer' as const, bodyLimit: LARGEST_FONT };
    scope.addContentTypeParser(FONT_TYPE, limit, (_request, body, done) => done(null, body));
    const options = { bodyLimit: LARGEST_FONT, onRequest: only('admin') };
    scope.post('/api/office/fonts', options, async (request) => {
      const { face, licensed } = parseBody(FontUpload, request.query);
      // Said before the bytes are looked at: nothing of what an office has no right to is kept.
      if (licensed !== 'yes') throw new Failure('font-unlicensed');
      if (!Buffer.isBuffer(request.body)) throw new Failure('wrong-type');
      const bytes = request.body;
      const judged = await judgeFont(bytes);
      if (!judged.ok) throw new Failure(judged.code);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const about = { sha256, name: judged.name, bytes: bytes.length, metrics: judged.metrics };
      const font = { ...about, face, metrics: JSON.stringify(judged.metrics) };
      // Of more characters than a row has room for no Chinese font is.
      if (!FontRow.safeParse({ ...font, id: sha256, rank: 0 }).success) {
        throw new Failure('font-damaged');
      }
      await fonts.put(sha256, 'ttf', bytes);
      await fonts.put(sha256, 'ttf.br', await shrink(bytes, { params: BROTLI }));
      await fonts.put(sha256, 'json', Buffer.from(JSON.stringify(about)));
      return change((tx, version) => addFont(tx, rows, font, version));
    });
  });
}

function takesBrotli({ headers }: FastifyRequest): boolean {
  const encodings = String(headers['accept-encoding'] ?? '').split(',');
  return encodings.some((one) => one.trim() === 'br');
}
