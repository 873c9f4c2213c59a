/** A photo by its content: from this device where it has it, otherwise from the office. */
import './photo.css';
import { Icon } from './icon.tsx';
import { usePhoto } from './use-photo.ts';

export function Photo(props: {
  readonly sha256: string;
  readonly alt: string;
  /** thumb: a square of 112 (fills its box); large: whole, as wide as its box. */
  readonly size: 'thumb' | 'large';
  readonly caption?: string;
}) {
  const { sha256, alt, size, caption } = props;
  const { source, failed } = usePhoto(sha256);
  return (
    <figure class={`photo photo-${size}`}>
      {source.kind === 'url' && <img src={source.url} alt={alt} onError={failed} />}
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
