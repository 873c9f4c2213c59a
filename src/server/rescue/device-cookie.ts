/**
 * A name for the browser that no page can read and that outlives its storage: how
 * the office notices that a tablet comes back empty. It identifies no person and
 * gives no right to anything.
 */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newToken } from '../auth/sessions.ts';

const COOKIE = 'xundian_device';
/** As long as browsers keep one. */
const LIFE_S = 400 * 86_400;

/** The device that asks; it gets its cookie with the answer, or a longer life for it. */
export function deviceOf(request: FastifyRequest, reply: FastifyReply): string {
  const token = request.cookies[COOKIE] ?? newToken();
  const parts = [
    `${COOKIE}=${token}`,
    'Path=/api/here',
    'HttpOnly',
    'SameSite=Strict',
    `Max-Age=${LIFE_S}`,
  ];
  if (request.protocol === 'https') parts.push('Secure');
  reply.header('set-cookie', parts.join('; '));
  // A browser keeps storage by scheme, host and port, but cookies by host alone.
  const origin = `${request.protocol}://${request.host}`;
  return createHash('sha256').update(`${token} ${origin}`).digest('hex');
}
