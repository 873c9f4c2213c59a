/** The photos of one stage; each is fetched when it comes into sight, and a tap shows it whole. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { sayMoment } from '../../domain/civil.ts';
import type { ShownPhoto, ShownProblem } from '../../protocol/reply-page.ts';
import type { Office } from './office.ts';

export function Pictures(props: {
  readonly problem: ShownProblem;
  readonly stage: ShownPhoto['stage'];
  readonly ofId: string;
  readonly office: Office;
  /** What they show. */
  readonly name: string;
}) {
  const { problem, stage, ofId, office, name } = props;
  const photos = problem.photos.filter((photo) => photo.stage === stage && photo.ofId === ofId);
  if (photos.length === 0) return null;
  return (
    <ul class={`reply-pictures${photos.length === 1 ? ' reply-alone' : ''}`}>
      {photos.map((photo, nth) => (
        <Picture
          key={photo.sha256}
          photo={photo}
          office={office}
          name={photos.length === 1 ? name : `${name} ${nth + 1}`}
        />
      ))}
    </ul>
  );
}

function Picture(props: {
  readonly photo: ShownPhoto;
  readonly office: Office;
  readonly name: string;
}) {
  const { photo, office, name } = props;
  const place = useRef<HTMLLIElement>(null);
  const [url, setUrl] = useState<string | null | undefined>(undefined);
  const [large, setLarge] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let made = '';
    let left = false;
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      void office.picture(photo.sha256).then((blob) => {
        if (left) return;
        made = blob ? URL.createObjectURL(blob) : '';
        setUrl(made === '' ? null : made);
      });
    });
    if (place.current) watch.observe(place.current);
    return () => {
      left = true;
      watch.disconnect();
      if (made !== '') URL.revokeObjectURL(made);
    };
  }, [office, photo.sha256, tries]);
  const when = photo.timed ? sayMoment(photo.takenAt) : `${sayMoment(photo.takenAt)}选取`;
  return (
    <li ref={place} class={large ? 'reply-large' : undefined}>
      {url === null ? (
        <button type="button" class="reply-again" onClick={() => setTries(tries + 1)}>
          照片没有取到，点这里再取
        </button>
      ) : (
        <button
          type="button"
          aria-pressed={large}
          aria-label={`${name}照片，${when}，${large ? '缩小' : '放大'}`}
          onClick={() => setLarge(!large)}
        >
          {url === undefined ? (
            <span class="reply-blank" />
          ) : (
            <img src={url} alt="" width={photo.width} height={photo.height} />
          )}
        </button>
      )}
      <p class="reply-small">
        {name} · {when}
      </p>
    </li>
  );
}
