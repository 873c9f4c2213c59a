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

/** The one that looks away from the person, where there are two. */
export async function openCamera(): Promise<Camera> {
  if (!('mediaDevices' in navigator)) return { ok: false, why: 'insecure' };
  try {
    const video = { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } };
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
