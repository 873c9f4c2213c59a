/** A photo by its content: from this device where it has it, otherwise from the office. */
import './photo.css';
import { useEffect, useState } from 'preact/hooks';
import { photoBlob } from '../store/blobs.ts';
import { syncStatus } from '../workplace.ts';
import { Icon } from './icon.tsx';
import { useWorkplace } from './use-workplace.ts';

type Source =
  | { readonly kind: 'asking' }
  | { readonly kind: 'url'; readonly url: string }
  /** Neither here nor there; `since` is the office's last answer at that time. */
  | { readonly kind: 'gone'; readonly since: number | null };

export function Photo(props: {
  readonly sha256: string;
  readonly alt: string;
  /** thumb: a square of 112 (fills its box); large: whole, as wide as its box. */
  readonly size: 'thumb' | 'large';
  readonly caption?: string;
}) {
  const { sha256, alt, size, caption } = props;
  const { db } = useWorkplace();
  const [source, setSource] = useState<Source>({ kind: 'asking' });
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
  return (
    <figure class={`photo photo-${size}`}>
      {source.kind === 'url' && (
        <img
          src={source.url}
          alt={alt}
          onError={() => setSource({ kind: 'gone', since: lastContact })}
        />
      )}
      {source.kind === 'gone' && (
        <span class="photo-gone">
          <Icon name="photo" size={24} />
          {size === 'large' ? '照片不在本机，联网后可看' : '联网后可看'}
        </span>
      )}
      {caption !== undefined && <figcaption>{caption}</figcaption>}
    </figure>
  );
}

function officeUrl(sha256: string): string {
  return `/api/photos/file/${sha256}`;
}
