/** A picture from the camera or a file, made fit off the main thread. */
import {
  MAX_FILE_BYTES,
  makePhoto,
  onPage,
  type PhotoFacts,
  type PhotoFailure,
  type PhotoJobResult,
} from './photo-job.ts';

export type TakenPhoto =
  | ({
      readonly ok: true;
      readonly takenAt: number;
      /** False: the file tells no capture time, `takenAt` is when it was chosen. */
      readonly timed: boolean;
    } & PhotoFacts)
  | { readonly ok: false; readonly reason: PhotoFailure; readonly message: string };

const SENTENCES: Record<PhotoFailure, string> = {
  'not-image': '这个文件不是能识别的图片，没有添加',
  'too-large': `照片文件超过 ${MAX_FILE_BYTES / 1_000_000} MB，没有添加`,
  failed: '照片没有处理成，请重新拍一张',
};

const TIMEOUT_MS = 60_000;

/** A camera whose clock runs ahead by more than this tells no time that could be right. */
const AHEAD_MS = 5 * 60_000;

/**
 * Makes the file a photo of at most 1600 px with its hashes.
 * @param at corrected time (ms) at which it was taken or chosen
 * @param shot true where our own camera view has just taken it
 */
export async function takePhoto(file: Blob, at: number, shot = false): Promise<TakenPhoto> {
  const result = await work(file);
  if (!result.ok) return { ...result, message: SENTENCES[result.reason] };
  const { capturedAt } = result;
  const told = !shot && capturedAt !== null && capturedAt <= at + AHEAD_MS;
  return { ...result, takenAt: Math.round(told ? capturedAt : at), timed: shot || told };
}

async function work(file: Blob): Promise<PhotoJobResult> {
  try {
    if (typeof OffscreenCanvas === 'undefined') return await makePhoto(file, onPage);
    return await inWorker(file);
  } catch (error) {
    console.error('照片没有处理成', error);
    return { ok: false, reason: 'failed' };
  }
}

let worker: Worker | null = null;
let jobs = 0;

function inWorker(file: Blob): Promise<PhotoJobResult> {
  worker ??= new Worker(new URL('./photo-worker.ts', import.meta.url), { type: 'module' });
  const running = worker;
  jobs += 1;
  const job = jobs;
  return new Promise((resolve, reject) => {
    const finish = () => {
      clearTimeout(late);
      running.removeEventListener('message', hear);
      running.removeEventListener('error', fail);
    };
    const hear = ({ data }: MessageEvent<{ job: number; result: PhotoJobResult }>) => {
      if (data.job !== job) return;
      finish();
      resolve(data.result);
    };
    const fail = (event: Event) => {
      finish();
      // A worker that broke is not asked again.
      running.terminate();
      if (worker === running) worker = null;
      reject(event instanceof ErrorEvent ? (event.error ?? event.message) : event);
    };
    const late = setTimeout(() => fail(new Event('timeout')), TIMEOUT_MS);
    running.addEventListener('message', hear);
    running.addEventListener('error', fail);
    running.postMessage({ job, file });
  });
}
