import { useState } from 'preact/hooks';
import { MAX_PHOTOS, type PhotoArgs } from '../../../protocol/mutations/finding.ts';
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

/** Takes files one after another: each is on this device before the next is opened. */
export function useAddPhotos(
  title: string,
  draft: () => DraftRow,
  onAdded: (photo: PhotoArgs) => void,
): AddPhotos {
  const { db, now } = useWorkplace();
  const [busy, setBusy] = useState<AddPhotos['busy']>(null);
  const [trouble, setTrouble] = useState('');
  const add = async (files: readonly File[]) => {
    const failures: string[] = [];
    for (const [nth, file] of files.entries()) {
      setBusy({ nth: nth + 1, of: files.length });
      if (draft().photos.length >= MAX_PHOTOS) {
        failures.push(`一个问题最多 ${MAX_PHOTOS} 张照片`);
        break;
      }
      const taken = await takePhoto(file, now());
      if (!taken.ok) {
        failures.push(taken.message);
        continue;
      }
      const { jpeg, sha256, bytes, width, height, takenAt } = taken;
      const kept = await addPhoto(db, { jpeg, sha256, bytes, takenAt, title });
      if (!kept.ok) {
        failures.push(kept.message);
        break;
      }
      if (draft().photos.some((photo) => photo.sha256 === sha256)) continue;
      onAdded({ id: makeId(), sha256, bytes, width, height, takenAt, place: draft().place });
    }
    setBusy(null);
    setTrouble([...new Set(failures)].map(fullStop).join(''));
  };
  return { busy, trouble, add };
}
