/**
 * The camera with an earlier photo laid over its view, so that the same spot is shot from
 * the same place. Where there is no camera, a file, with the earlier photo beside it.
 */
import './ghost-camera.css';
import { useRef, useState } from 'preact/hooks';
import { sayCameraTrouble, shotOf } from '../../devices/camera.ts';
import { Button } from '../../ui/button.tsx';
import { Photo } from '../../ui/photo.tsx';
import { usePhoto } from '../../ui/use-photo.ts';
import { useCamera } from './use-camera.ts';

export interface Earlier {
  readonly sha256: string;
  /** 整改前 11月7日 10:42. */
  readonly words: string;
}

const FIRST_OPACITY = 40;

export function GhostCamera(props: {
  readonly earlier: Earlier | null;
  /** A picture, and whether this view has shot it. */
  readonly onPicture: (picture: Blob, shot: boolean) => void;
  readonly onClose: () => void;
  /** What is still being made ready. */
  readonly busy: boolean;
}) {
  const { earlier, onPicture, onClose, busy } = props;
  const { view, state } = useCamera();
  const [opacity, setOpacity] = useState(FIRST_OPACITY);
  const [laid, setLaid] = useState(true);
  const shoot = async () => {
    const screen = view.current;
    const picture = screen && (await shotOf(screen));
    if (picture) onPicture(picture, true);
  };
  if (state.kind === 'failed') {
    return (
      <section class="ghost ghost-none" aria-label="拍照">
        <p role="alert">{sayCameraTrouble(state.why, '可以用系统相机拍照或选一张照片。')}</p>
        {earlier && (
          <Photo
            sha256={earlier.sha256}
            alt={earlier.words}
            size="large"
            caption={`照这个角度拍：${earlier.words}`}
          />
        )}
        <div class="ghost-row">
          <Button kind="outlined" onClick={onClose}>
            收起
          </Button>
          <PictureFile kind="primary" onPicture={(file) => onPicture(file, false)} busy={busy} />
        </div>
      </section>
    );
  }
  return (
    <section class="ghost" aria-label="拍照">
      <div class="ghost-view">
        <video ref={view} muted playsInline aria-label="摄像头画面" />
        {earlier && laid && <Ghost earlier={earlier} opacity={opacity} />}
        {state.kind === 'asking' && (
          <p class="ghost-word" role="status">
            正在打开摄像头…
          </p>
        )}
      </div>
      <div class="ghost-row">
        <Button kind="outlined" onClick={onClose}>
          收起
        </Button>
        {earlier && (
          <>
            <Button kind="outlined" pressed={laid} icon="layers" onClick={() => setLaid(!laid)}>
              叠加旧照片
            </Button>
            <label class="ghost-opacity">
              <span>深浅 {opacity}%</span>
              <input
                type="range"
                min={10}
                max={90}
                step={5}
                value={opacity}
                disabled={!laid}
                aria-label="旧照片的深浅"
                onInput={(event) => setOpacity(Number(event.currentTarget.value))}
              />
            </label>
          </>
        )}
        <Button
          kind="primary"
          size="main"
          icon="camera"
          disabled={state.kind !== 'live' || busy}
          onClick={shoot}
        >
          {busy ? '正在存' : '拍下'}
        </Button>
      </div>
    </section>
  );
}

/** Decoration: the earlier photo is named where it stands by itself. */
function Ghost(props: { readonly earlier: Earlier; readonly opacity: number }) {
  const { source, failed } = usePhoto(props.earlier.sha256);
  if (source.kind === 'gone') {
    return <p class="ghost-word">旧照片不在本机，联网后可叠加</p>;
  }
  if (source.kind === 'asking') return null;
  return (
    <>
      <img
        class="ghost-laid"
        src={source.url}
        alt=""
        style={`opacity: ${props.opacity}%`}
        onError={failed}
      />
      <p class="ghost-word">{props.earlier.words}</p>
    </>
  );
}

export function PictureFile(props: {
  readonly kind: 'primary' | 'outlined';
  readonly onPicture: (file: File) => void;
  readonly busy: boolean;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        kind={props.kind}
        icon="photo"
        disabled={props.busy}
        onClick={() => input.current?.click()}
      >
        {props.busy ? '正在存' : '选照片'}
      </Button>
      <input
        ref={input}
        class="unseen"
        type="file"
        accept="image/*"
        tabIndex={-1}
        aria-label="选择照片文件"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) props.onPicture(file);
        }}
      />
    </>
  );
}
