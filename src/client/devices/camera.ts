/** The camera as a source of pictures, and each way in which there is none, in the person's words. */
export type CameraTrouble = 'insecure' | 'denied' | 'none' | 'busy' | 'failed';

const TROUBLES: Record<CameraTrouble, string> = {
  insecure: '现在的连接不是 https，浏览器不让用摄像头。',
  denied: '没有摄像头权限。可在浏览器设置里允许。',
  none: '这台设备没有摄像头。',
  busy: '摄像头正被别的程序占用。关掉它再试。',
  failed: '摄像头打不开。',
};

/** @param instead what the person can do without it, as a sentence */
export function sayCameraTrouble(why: CameraTrouble, instead: string): string {
  return `${TROUBLES[why]}${instead}`;
}

export type Camera =
  | { readonly ok: true; readonly stream: MediaStream }
  | { readonly ok: false; readonly why: CameraTrouble };

const OF_CODES = { width: 1920, height: 1080 };
/** As photos are stored. */
export const OF_PHOTOS = { width: 1600, height: 1200 };

/** The one that looks away from the person, where there are two. @param size asked for, in px */
export async function openCamera(size = OF_CODES): Promise<Camera> {
  if (!('mediaDevices' in navigator)) return { ok: false, why: 'insecure' };
  try {
    const { width, height } = size;
    const video = { facingMode: 'environment', width: { ideal: width }, height: { ideal: height } };
    return { ok: true, stream: await navigator.mediaDevices.getUserMedia({ video }) };
  } catch (error) {
    console.info('摄像头没有打开', error);
    return { ok: false, why: error instanceof DOMException ? whyOf(error.name) : 'failed' };
  }
}

function whyOf(name: string): CameraTrouble {
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  return name === 'NotReadableError' ? 'busy' : 'failed';
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** What the view shows at this moment, as a file; null before it shows anything. */
export async function shotOf(view: HTMLVideoElement): Promise<Blob | null> {
  const { videoWidth, videoHeight } = view;
  if (videoWidth === 0) return null;
  const canvas = document.createElement('canvas');
  canvas.width = videoWidth;
  canvas.height = videoHeight;
  canvas.getContext('2d')?.drawImage(view, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.95));
}
