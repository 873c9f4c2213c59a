import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type CameraTrouble,
  closeCamera,
  openCamera,
  sayCameraTrouble,
} from '../../devices/camera.ts';
import { nativeCode } from '../../scan/native-reader.ts';
import { codeIn } from '../../scan/read-photo.ts';
import { Button } from '../../ui/button.tsx';

type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'live' }
  | { readonly kind: 'failed'; readonly why: CameraTrouble };

/** Looks at twice a second what the camera shows; a picture takes a tablet about 100 ms. */
const EVERY_MS = 400;
/** Longest edge (px) that is searched. */
const EDGE = 1200;

/** The camera's picture, until a QR is read in it or the person is done. */
export function CameraView(props: {
  readonly onCode: (text: string) => void;
  readonly onClose: () => void;
}) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<State>({ kind: 'asking' });
  const onCode = useRef(props.onCode);
  onCode.current = props.onCode;
  useEffect(() => {
    let left = false;
    let close = (): void => undefined;
    const watch = async () => {
      const camera = await openCamera();
      if (!camera.ok) {
        if (!left) setState({ kind: 'failed', why: camera.why });
        return;
      }
      close = () => closeCamera(camera.stream);
      const screen = video.current;
      if (left || !screen) return close();
      screen.srcObject = camera.stream;
      await screen.play();
      setState({ kind: 'live' });
      while (!left) {
        const found = await codeSeen(screen);
        if (found !== null && !left) return onCode.current(found);
        await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
      }
    };
    watch().catch((error: unknown) => {
      // Playing is cut where the screen is left meanwhile.
      console.info('摄像头画面中断', error);
      if (!left) setState({ kind: 'failed', why: 'failed' });
    });
    return () => {
      left = true;
      close();
    };
  }, []);
  return (
    <div class="scan">
      {state.kind === 'failed' ? (
        <p role="alert" class="scan-trouble">
          {sayCameraTrouble(state.why, '可以改选二维码的照片。')}
        </p>
      ) : (
        <>
          <video ref={video} class="scan-video" muted playsInline aria-label="摄像头画面" />
          <p role="status">
            {state.kind === 'asking'
              ? '正在打开摄像头…'
              : '把通知书上的二维码放进画面，拿稳一会儿。'}
          </p>
        </>
      )}
      <Button kind="outlined" onClick={props.onClose}>
        关闭摄像头
      </Button>
    </div>
  );
}

async function codeSeen(screen: HTMLVideoElement): Promise<string | null> {
  const { videoWidth: width, videoHeight: height } = screen;
  if (width === 0) return null;
  const scale = Math.min(1, EDGE / Math.max(width, height));
  return (await nativeCode(screen)) ?? codeIn(screen, width * scale, height * scale);
}
