import { useMemo } from 'preact/hooks';
import { type PhotoIndex, photoIndex } from '../../../domain/evidence.ts';
import { useLive } from '../../ui/use-live.ts';

/** All photos that this person may see, to be compared; undefined while not wanted or not yet read. */
export function usePhotoIndex(wanted: boolean): PhotoIndex | undefined {
  const photos = useLive(
    async (db) => (wanted ? (await db.photo.toArray()).filter((photo) => !photo.removed) : null),
    [wanted],
  );
  return useMemo(() => (photos ? photoIndex(photos) : undefined), [photos]);
}
