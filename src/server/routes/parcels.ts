/** 离线包 that a person opens on a device with network: its deeds come here, its photos as any photo. */
import type { FastifyInstance } from 'fastify';
import {
  ParcelEnd,
  type ParcelEndAnswer,
  ParcelPart,
  type ParcelPartAnswer,
} from '../../protocol/parcel.ts';
import { only, personOn } from '../auth/guard.ts';
import type { Context } from '../context.ts';
import { Failure } from '../http/failure.ts';
import { endRun } from '../rescue/end-run.ts';
import { takePart } from '../rescue/take-part.ts';

/** A part's text, and what its letters need on the wire. */
const BODY_LIMIT = 8 * 1024 * 1024;

export function parcelRoutes(app: FastifyInstance, context: Context): void {
  const options = { bodyLimit: BODY_LIMIT, onRequest: only() };

  app.post('/api/parcels', options, async (request): Promise<ParcelPartAnswer> => {
    // A deed with letters that no store takes is refused by itself, not with all the others.
    const part = ParcelPart.safeParse(request.body);
    if (!part.success) throw new Failure('bad-request');
    return takePart(context, personOn(request), part.data);
  });

  app.post('/api/parcels/end', options, async (request): Promise<ParcelEndAnswer> => {
    const end = ParcelEnd.safeParse(request.body);
    if (!end.success) throw new Failure('bad-request');
    return endRun(context, personOn(request), end.data);
  });
}
