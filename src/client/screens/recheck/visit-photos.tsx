/** The photos of a 复查 or 当场整改, and the camera that takes them with the earlier one laid over. */
import './visit.css';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { PhotoStrip } from '../../ui/photo-strip.tsx';
import { type Earlier, GhostCamera, PictureFile } from './ghost-camera.tsx';
import type { Shooting } from './use-shooting.ts';

export function VisitPhotos(props: {
  readonly shooting: Shooting;
  readonly earlier: Earlier | null;
  readonly name: string;
  /** Begin with the camera's view: the photo is what one came for. */
  readonly ready: boolean;
}) {
  const { shooting, earlier, name, ready } = props;
  const [open, setOpen] = useState(ready);
  const { photos, busy, trouble, take, remove } = shooting;
  return (
    <section class="visit-photos" aria-label={name}>
      <p class="field-label">
        {name} {photos.length > 0 && photos.length}
      </p>
      {open && (
        <GhostCamera
          earlier={earlier}
          busy={busy}
          onPicture={take}
          onClose={() => setOpen(false)}
        />
      )}
      {photos.length > 0 && <PhotoStrip photos={photos} name={name} onRemove={remove} />}
      {!open && (
        <div class="visit-ways">
          <Button kind="outlined" icon="camera" onClick={() => setOpen(true)}>
            {photos.length > 0 ? '再拍一张' : '打开摄像头'}
          </Button>
          <PictureFile kind="outlined" busy={busy} onPicture={(file) => take(file, false)} />
        </div>
      )}
      {trouble !== '' && (
        <p class="field-error" role="alert">
          {trouble}
        </p>
      )}
    </section>
  );
}
