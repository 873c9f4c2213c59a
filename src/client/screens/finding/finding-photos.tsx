/** A problem's photos of one stage, each with whether the office has its bytes; a tap shows one whole. */
import './finding.css';
import { useId, useState } from 'preact/hooks';
import { sayClock, sayMoment } from '../../../domain/civil.ts';
import type { PhotoRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Photo } from '../../ui/photo.tsx';

export function FindingPhotos(props: {
  readonly photos: readonly PhotoRow[];
  readonly text: string;
  /** 整改前照片. */
  readonly name: string;
}) {
  const { photos: kept, name } = props;
  const head = useId();
  const [shown, setShown] = useState<string | null>(null);
  const arrived = kept.filter((photo) => photo.arrived).length;
  const at = kept.findIndex((photo) => photo.id === shown);
  const open = kept[at];
  return (
    <section class="finding-photos" aria-labelledby={head}>
      <p class="finding-photos-head">
        <span id={head} class="t-strong">
          {name} {kept.length}
        </span>
        <span class="t-second">{sayArrival(arrived, kept.length)}</span>
      </p>
      <ul class="photo-strip">
        {kept.map((photo, nth) => (
          <li key={photo.id}>
            <button
              type="button"
              class="photo-open"
              aria-label={`放大第 ${nth + 1} 张${name}，${photo.arrived ? '已到' : '未到'}`}
              onClick={() => setShown(photo.id)}
            >
              <Photo sha256={photo.sha256} alt="" size="thumb" caption={sayClock(photo.takenAt)} />
              <Arrival photo={photo} />
            </button>
          </li>
        ))}
      </ul>
      <Dialog
        title={`第 ${at + 1} 张，共 ${kept.length} 张`}
        open={open !== undefined}
        onClose={() => setShown(null)}
        look="wide"
        actions={
          kept.length > 1 && (
            <>
              <Button
                kind="outlined"
                icon="back"
                disabled={at <= 0}
                onClick={() => setShown(kept[at - 1]?.id ?? shown)}
              >
                上一张
              </Button>
              <Button
                kind="outlined"
                iconEnd="chevron-right"
                disabled={at >= kept.length - 1}
                onClick={() => setShown(kept[at + 1]?.id ?? shown)}
              >
                下一张
              </Button>
            </>
          )
        }
      >
        {open && (
          <>
            <Photo
              key={open.id}
              sha256={open.sha256}
              alt={`${props.text}，${sayMoment(open.takenAt)}拍摄`}
              size="large"
              caption={sayMoment(open.takenAt)}
            />
            <Arrival photo={open} />
          </>
        )}
      </Dialog>
    </section>
  );
}

function sayArrival(arrived: number, total: number): string {
  return arrived === total ? '全部已到' : `照片未到（${total - arrived}/${total}）`;
}

function Arrival({ photo }: { readonly photo: PhotoRow }) {
  return (
    <span class={`photo-arrival tone-${photo.arrived ? 'ok' : 'ink2'}`}>
      <Icon name={photo.arrived ? 'check' : 'clock'} size={16} weight={2.4} />
      {photo.arrived ? '已到' : '照片未到'}
    </span>
  );
}
