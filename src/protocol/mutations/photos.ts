/** The rows of photos that a deed names; their bytes travel apart. */
import * as z from 'zod/mini';
import type { PhotoStage } from '../../domain/evidence-stage.ts';
import { DONE, type Outcome, refuse } from '../refusals.ts';
import type { PhotoRow } from '../rows/index.ts';
import { Instant, Place, Sha256, Uuid } from '../rows/shared.ts';
import type { Tx } from '../tx.ts';

export const MAX_PHOTOS = 20;

export const PhotoArgs = z.object({
  id: Uuid,
  sha256: Sha256,
  bytes: z.int().check(z.gte(1), z.lte(20_000_000)),
  width: z.int().check(z.gte(1), z.lte(20_000)),
  height: z.int().check(z.gte(1), z.lte(20_000)),
  takenAt: Instant,
  /** False where the file told no capture time; absent means that the camera has just taken it. */
  timed: z.optional(z.boolean()),
  place: z.nullable(Place),
  /** See `PhotoRow`; absent where the device has not computed it. */
  phash: z.optional(z.string().check(z.regex(/^([0-9a-f]{16})?$/))),
});
export type PhotoArgs = z.infer<typeof PhotoArgs>;

export const Photos = z.array(PhotoArgs).check(z.maxLength(MAX_PHOTOS));

/** What the photos are of. */
export type PhotoSubject = Pick<PhotoRow, 'findingId' | 'noticeId' | 'unitId' | 'stage' | 'ofId'>;

export function ofFinding(findingId: string, unitId: string): PhotoSubject {
  return { findingId, noticeId: '', unitId, stage: 'found', ofId: '' };
}

export function ofStage(
  finding: { readonly id: string; readonly unitId: string },
  stage: PhotoStage,
  ofId: string,
): PhotoSubject {
  return { ...ofFinding(finding.id, finding.unitId), stage, ofId };
}

/** None of them is known as a photo of anything else. */
export async function photosAreFresh(
  tx: Tx,
  subject: PhotoSubject,
  photos: readonly PhotoArgs[],
): Promise<Outcome> {
  for (const photo of photos) {
    const known = await tx.get('photo', photo.id);
    if (known && !isOf(known, subject)) return refuse('photo-exists');
  }
  return DONE;
}

function isOf(photo: PhotoRow, { findingId, noticeId, stage, ofId }: PhotoSubject): boolean {
  return (
    photo.findingId === findingId &&
    photo.noticeId === noticeId &&
    photo.stage === stage &&
    photo.ofId === ofId
  );
}

/** Those that are known already stay as they are. */
export async function putPhotos(
  tx: Tx,
  subject: PhotoSubject,
  photos: readonly PhotoArgs[],
): Promise<void> {
  for (const { phash = '', timed = true, ...photo } of photos) {
    if (await tx.get('photo', photo.id)) continue;
    await tx.put('photo', { ...photo, ...subject, phash, timed, arrived: false, removed: false });
  }
}
