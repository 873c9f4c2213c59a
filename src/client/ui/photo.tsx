/** A photo by its content: from this device where it has it, otherwise from the office. */
import './photo.css';
import { useEffect, useState } from 'preact/hooks';
import { photoBlob } from '../store/blobs.ts';
import { Icon } from './icon.tsx';
import { useWorkplace } from './use-workplace.ts';

type Source = { readonly kind: 'asking' | 'gone' } | { readonly kind: 'url'; readonly url: string };

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
  useEffect(() => {
    let local: string | null = null;
    let left = false;
    const office = `/api/photos/file/${sha256}`;
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
  return (
    <figure class={`photo photo-${size}`}>
      {source.kind === 'url' && (
        <img src={source.url} alt={alt} onError={() => setSource({ kind: 'gone' })} />
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
