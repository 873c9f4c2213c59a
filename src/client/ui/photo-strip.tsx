/** Photos side by side; a tap shows one whole, with what may be done with it. */
import './photo.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { sayClock, sayMoment } from '../../domain/civil.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Photo } from './photo.tsx';

export interface StripPhoto {
  readonly id: string;
  readonly sha256: string;
  readonly takenAt: number;
}

export function PhotoStrip(props: {
  readonly photos: readonly StripPhoto[];
  /** What the photos show, for their names: 问题照片. */
  readonly name: string;
  readonly onRemove?: (id: string) => void;
  /** What stands after the last photo, e.g. the button that adds one. */
  readonly children?: ComponentChildren;
}) {
  const { photos, name, onRemove, children } = props;
  const [shown, setShown] = useState<string | null>(null);
  const open = photos.find((photo) => photo.id === shown);
  return (
    <>
      <ul class="photo-strip">
        {photos.map((photo, nth) => (
          <li key={photo.id}>
            <button
              class="photo-open"
              type="button"
              aria-label={`放大${name} ${nth + 1}`}
              onClick={() => setShown(photo.id)}
            >
              <Photo sha256={photo.sha256} alt="" size="thumb" caption={sayClock(photo.takenAt)} />
            </button>
          </li>
        ))}
        {children && <li>{children}</li>}
      </ul>
      <Dialog title={name} open={open !== undefined} onClose={() => setShown(null)} look="wide">
        {open && (
          <>
            <Photo sha256={open.sha256} alt={name} size="large" caption={sayMoment(open.takenAt)} />
            {onRemove && (
              <div class="photo-actions">
                <Button
                  kind="danger"
                  icon="trash"
                  onClick={() => {
                    setShown(null);
                    onRemove(open.id);
                  }}
                >
                  不要这张照片
                </Button>
              </div>
            )}
          </>
        )}
      </Dialog>
    </>
  );
}
