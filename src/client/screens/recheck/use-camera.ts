import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type CameraTrouble, closeCamera, OF_PHOTOS, openCamera } from '../../devices/camera.ts';

export type CameraState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'live' }
  | { readonly kind: 'failed'; readonly why: CameraTrouble };

/** The camera's live view while the component is there; it goes dark with it. */
export function useCamera(): { view: RefObject<HTMLVideoElement | null>; state: CameraState } {
  const view = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>({ kind: 'asking' });
  useEffect(() => {
    let left = false;
    let close = (): void => undefined;
    const open = async () => {
      const camera = await openCamera(OF_PHOTOS);
      if (!camera.ok) {
        if (!left) setState({ kind: 'failed', why: camera.why });
        return;
      }
      close = () => closeCamera(camera.stream);
      const screen = view.current;
      if (left || !screen) return close();
      screen.srcObject = camera.stream;
      await screen.play();
      if (!left) setState({ kind: 'live' });
    };
    open().catch((error: unknown) => {
      // Playing is cut where the screen is left meanwhile.
      console.info('摄像头画面中断', error);
      if (!left) setState({ kind: 'failed', why: 'failed' });
    });
    return () => {
      left = true;
      close();
    };
  }, []);
  return { view, state };
}
