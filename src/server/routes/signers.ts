import type { FastifyInstance } from 'fastify';
import type * as z from 'zod/mini';
import { Id } from '../../protocol/rows/shared.ts';
import {
  type SignerAnswer,
  SignerEnrol,
  SignerRevoke,
  type SignersRevoked,
} from '../../protocol/signers.ts';
import { personOn } from '../auth/guard.ts';
import type { Context } from '../context.ts';
import { parseBody } from '../http/body.ts';
import { enrolSigner, revokeSigners } from '../signing/signers.ts';

export function signerRoutes(app: FastifyInstance, context: Context): void {
  const { pokes } = context;
  const changed = (version: number | null) => {
    if (version !== null) pokes.poke(version);
  };

  app.post('/api/signers', async (request): Promise<z.infer<typeof SignerAnswer>> => {
    const person = personOn(request);
    const { signer, version } = await enrolSigner(
      context,
      person,
      parseBody(SignerEnrol, request.body),
    );
    changed(version);
    return { signer };
  });

  app.post<{ Params: { clientId: string } }>(
    '/api/devices/:clientId/revoke',
    async (request): Promise<z.infer<typeof SignersRevoked>> => {
      const person = personOn(request, 'supervisor', 'admin');
      const { data: clientId = '' } = Id.safeParse(request.params.clientId);
      const { reason } = parseBody(SignerRevoke, request.body);
      const { signers, version } = await revokeSigners(context, person, clientId, reason);
      changed(version);
      return { signers: [...signers] };
    },
  );
}
