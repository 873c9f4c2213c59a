import { useRef, useState } from 'preact/hooks';
import type { PhotoArgs } from '../../../protocol/mutations/photos.ts';
import { takePhoto } from '../../devices/photo.ts';
import { makeId } from '../../devices/uuid.ts';
import { addPhoto } from '../../store/blobs.ts';
import { dropReceiptPhotos } from '../../store/deliver.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import type { Visiting } from './use-visit.ts';

export interface Shooting {
  readonly photos: readonly PhotoArgs[];
  readonly busy: boolean;
  readonly trouble: string;
  take(picture: Blob, shot: boolean): Promise<void>;
  remove(id: string): void;
}

/** @param most as many as the deed may carry */
export function useShooting(visiting: Visiting, title: string, most: number): Shooting {
  const { db, now } = useWorkplace();
  const { draft, current, change } = visiting;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  // Two taps on the shutter are two photos, but one after the other.
  const turn = useRef<Promise<void>>(Promise.resolve());
  const takeOne = async (picture: Blob, shot: boolean) => {
    if (current().photos.length >= most) {
      setTrouble(`最多 ${most} 张照片。`);
      return;
    }
    const taken = await takePhoto(picture, now(), shot);
    if (!taken.ok) {
      setTrouble(`${taken.message}。`);
      return;
    }
    const { jpeg, sha256, bytes, width, height, takenAt, timed, phash } = taken;
    const kept = await addPhoto(db, { jpeg, sha256, bytes, takenAt, title });
    setTrouble(kept.ok ? '' : `${kept.message}。`);
    if (!kept.ok || current().photos.some((photo) => photo.sha256 === sha256)) return;
    const { photos, place } = current();
    const facts = { sha256, bytes, width, height, takenAt, timed, phash, place };
    change({ photos: [...photos, { id: makeId(), ...facts }] });
  };
  return {
    photos: draft.photos,
    busy,
    trouble,
    take(picture, shot) {
      turn.current = turn.current.then(async () => {
        setBusy(true);
        try {
          await takeOne(picture, shot);
        } finally {
          setBusy(false);
        }
      });
      return turn.current;
    },
    remove(id) {
      const gone = current().photos.filter((photo) => photo.id === id);
      change({ photos: current().photos.filter((photo) => photo.id !== id) });
      dropReceiptPhotos(
        db,
        gone.map(({ sha256 }) => sha256),
      ).catch((error: unknown) => console.warn('不要的照片还在本机', error));
    },
  };
}
