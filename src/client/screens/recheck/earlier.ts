import { sayMoment } from '../../../domain/civil.ts';
import { sayPhotoStage } from '../../../domain/evidence-stage.ts';
import type { PhotoRow } from '../../../protocol/rows/index.ts';
import type { Earlier } from './ghost-camera.tsx';

/** What the camera is to be held against: the first photo of the problem as it was found. */
export function earlierOf(photos: readonly PhotoRow[]): Earlier | null {
  const [first] = photos.filter(({ stage }) => stage === 'found');
  if (!first) return null;
  return {
    sha256: first.sha256,
    words: `${sayPhotoStage(first.stage)} ${sayMoment(first.takenAt)}`,
  };
}
