/** Where a photo's bytes are to be had: on this device where it has them, otherwise at the office. */
import { useEffect, useState } from 'preact/hooks';
import { photoBlob } from '../store/blobs.ts';
import { syncStatus } from '../workplace.ts';
import { useWorkplace } from './use-workplace.ts';

export type PhotoSource =
  | { readonly kind: 'asking' }
  | { readonly kind: 'url'; readonly url: string }
  /** Neither here nor there; `since` is the office's last answer at that time. */
  | { readonly kind: 'gone'; readonly since: number | null };

export interface PhotoAt {
  readonly source: PhotoSource;
  /** What was shown turned out not to be there. */
  failed(): void;
}

export function usePhoto(sha256: string): PhotoAt {
  const { db } = useWorkplace();
  const [source, setSource] = useState<PhotoSource>({ kind: 'asking' });
  const { lastContact } = syncStatus.value;
  useEffect(() => {
    let local: string | null = null;
    let left = false;
    const office = officeUrl(sha256);
    photoBlob(db, sha256).then(
      (blob) => {
        if (left) return;
        local = blob ? URL.createObjectURL(blob) : null;
        setSource({ kind: 'url', url: local ?? office });
      },
      (error: unknown) => {
        // The office may still have it; the store's own trouble is said elsewhere.
        console.warn('本机照片没有读到', error);
        setSource({ kind: 'url', url: office });
      },
    );
    return () => {
      left = true;
      if (local) URL.revokeObjectURL(local);
    };
  }, [db, sha256]);
  const answered = source.kind === 'gone' && source.since !== lastContact;
  useEffect(() => {
    if (!answered) return;
    // The network is back, or the picture has arrived at the office meanwhile.
    const again = new Image();
    again.onload = () => setSource({ kind: 'url', url: again.src });
    again.src = officeUrl(sha256);
    return () => {
      again.onload = null;
    };
  }, [sha256, answered, lastContact]);
  return { source, failed: () => setSource({ kind: 'gone', since: lastContact }) };
}

function officeUrl(sha256: string): string {
  return `/api/photos/file/${sha256}`;
}
