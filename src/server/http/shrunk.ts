/**
 * A large answer shrunk in one go: the compressor behind every other answer takes
 * it in small pieces, and handing each over costs more than shrinking it.
 */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const shrink = promisify(gzip);

/** A sync answer shrinks eightfold at the cheap end; what the dear end saves more costs more than the wire. */
export const GZIP_LEVEL = 3;
/** Smaller ones are not worth it. */
export const WORTH_SHRINKING = 1024;

/** The body as it goes out, its headers set; unchanged for who does not take gzip. */
export async function shrunk(
  request: FastifyRequest,
  reply: FastifyReply,
  body: Buffer,
): Promise<Buffer> {
  reply.header('vary', 'accept-encoding');
  if (body.length < WORTH_SHRINKING || !takesGzip(request)) return body;
  reply.header('content-encoding', 'gzip');
  return shrink(body, { level: GZIP_LEVEL });
}

/** Whoever names it with a weight is left to the general compressor. */
function takesGzip({ headers }: FastifyRequest): boolean {
  const encodings = String(headers['accept-encoding'] ?? '').split(',');
  return encodings.some((one) => one.trim() === 'gzip');
}
