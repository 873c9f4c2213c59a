import type { FastifyInstance } from 'fastify';
import type { MissingPhotos } from '../../protocol/missing-photos.ts';
import { personOn } from '../auth/guard.ts';
import { missingPhotos } from '../blobs/missing.ts';
import type { Context } from '../context.ts';

export function missingPhotoRoutes(app: FastifyInstance, { store, officeId, now }: Context): void {
  app.get('/api/photos/missing', async (request): Promise<MissingPhotos> => {
    personOn(request, 'inspector', 'supervisor', 'admin');
    return { ...(await missingPhotos(store.db, officeId)), serverTime: now() };
  });
}
