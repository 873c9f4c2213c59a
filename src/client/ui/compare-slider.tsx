/** One photo over the other; the border between them follows finger, mouse and arrow keys. */
import './compare.css';
import { useRef, useState } from 'preact/hooks';
import type { Compared } from './compare.tsx';
import { Icon } from './icon.tsx';
import { usePhoto } from './use-photo.ts';

const STEP = 2;
const LEAP = 10;

export function CompareSlider(props: {
  readonly before: Compared;
  readonly after: Compared;
  readonly text: string;
}) {
  const { before, after, text } = props;
  const [split, setSplit] = useState(50);
  const box = useRef<HTMLDivElement>(null);
  const move = (to: number) => setSplit(Math.round(Math.min(100, Math.max(0, to))));
  const follow = (event: PointerEvent) => {
    const { left = 0, width = 0 } = box.current?.getBoundingClientRect() ?? {};
    if (width > 0) move(((event.clientX - left) / width) * 100);
  };
  const press = (event: KeyboardEvent) => {
    const to = splitAfter(event.key, split);
    if (to === null) return;
    event.preventDefault();
    move(to);
  };
  return (
    <div
      class="compare-over"
      ref={box}
      style={`--split: ${split}%`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event);
      }}
    >
      <Layer photo={after} text={text} side="after" />
      <Layer photo={before} text={text} side="before" />
      <div
        class="compare-border"
        role="slider"
        tabIndex={0}
        aria-label={`${before.name}与${after.name}的分界`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={split}
        aria-valuetext={`左边 ${split}% 是${before.name}`}
        onKeyDown={press}
      >
        <span class="compare-grip">
          <Icon name="back" size={18} weight={2.6} />
          <Icon name="chevron-right" size={18} weight={2.6} />
        </span>
      </div>
    </div>
  );
}

/** Where a key moves the border to; null for one that moves nothing. */
export function splitAfter(key: string, split: number): number | null {
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: split - STEP,
    ArrowDown: split - STEP,
    ArrowRight: split + STEP,
    ArrowUp: split + STEP,
    PageDown: split - LEAP,
    PageUp: split + LEAP,
    Home: 0,
    End: 100,
  };
  return moves[key] ?? null;
}

function Layer(props: {
  readonly photo: Compared;
  readonly text: string;
  readonly side: 'before' | 'after';
}) {
  const { photo, text, side } = props;
  const { source, failed } = usePhoto(photo.sha256);
  return (
    <figure class={`compare-layer compare-${side}`}>
      {source.kind === 'url' && (
        <img src={source.url} alt={`${text}，${photo.name}`} draggable={false} onError={failed} />
      )}
      {source.kind === 'gone' && <span class="compare-gone">照片不在本机，联网后可看</span>}
      <figcaption>
        {photo.name} {photo.when}
      </figcaption>
    </figure>
  );
}
