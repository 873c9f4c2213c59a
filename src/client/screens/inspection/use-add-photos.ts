import { useState } from 'preact/hooks';
import { MAX_PHOTOS, type PhotoArgs } from '../../../protocol/mutations/photos.ts';
import { takePhoto } from '../../devices/photo.ts';
import { makeId } from '../../devices/uuid.ts';
import { addPhoto } from '../../store/blobs.ts';
import type { DraftRow } from '../../store/tables.ts';
import { fullStop } from '../../ui/full-stop.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';

export interface AddPhotos {
  readonly busy: { readonly nth: number; readonly of: number } | null;
  readonly trouble: string;
  add(files: readonly File[]): Promise<void>;
}

const OF_PROBLEM = { photos: MAX_PHOTOS, word: '一个问题' };

/** Takes files one after another: each is on this device before the next is opened. */
export function useAddPhotos(
  title: string,
  draft: () => Pick<DraftRow, 'photos' | 'place'>,
  onAdded: (photo: PhotoArgs) => void,
  most: { readonly photos: number; readonly word: string } = OF_PROBLEM,
): AddPhotos {
  const { db, now } = useWorkplace();
  const [busy, setBusy] = useState<AddPhotos['busy']>(null);
  const [trouble, setTrouble] = useState('');
  const add = async (files: readonly File[]) => {
    const failures: string[] = [];
    for (const [nth, file] of files.entries()) {
      setBusy({ nth: nth + 1, of: files.length });
      if (draft().photos.length >= most.photos) {
        failures.push(`${most.word}最多 ${most.photos} 张照片`);
        break;
      }
      const taken = await takePhoto(file, now());
      if (!taken.ok) {
        failures.push(taken.message);
        continue;
      }
      const { jpeg, sha256, bytes, width, height, takenAt, timed, phash } = taken;
      const kept = await addPhoto(db, { jpeg, sha256, bytes, takenAt, title });
      if (!kept.ok) {
        failures.push(kept.message);
        break;
      }
      if (draft().photos.some((photo) => photo.sha256 === sha256)) continue;
      const { place } = draft();
      const facts = { sha256, bytes, width, height, takenAt, timed, phash };
      onAdded({ id: makeId(), ...facts, place });
    }
    setBusy(null);
    setTrouble([...new Set(failures)].map(fullStop).join(''));
  };
  return { busy, trouble, add };
}
