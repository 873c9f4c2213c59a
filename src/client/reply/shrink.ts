/**
 * A picture made fit to travel: upright, at most 1600 px, JPEG. Drawing it anew leaves
 * everything behind that its file says besides, place included; only when it was taken is
 * read before. By means that a messenger's browser of some years ago has.
 */
import { captureTime, HEAD_BYTES } from '../../domain/capture-time.ts';
import { greyOf, HASH_EDGE, perceptualHash } from '../../domain/perceptual-hash.ts';
import { LONGEST_SIDE, MAX_FILE_BYTES } from '../devices/photo-job.ts';

export interface SmallPhoto {
  readonly jpeg: Blob;
  readonly width: number;
  readonly height: number;
  readonly takenAt: number;
  /** False where the file told no capture time. */
  readonly timed: boolean;
  /** What it shows, in 64 bits as hex; empty where that cannot be said. */
  readonly phash: string;
}

const QUALITY = 0.82;
const TIMEOUT_MS = 30_000;

/** @param now the office's time (ms); throws a sentence for the person where it is no picture */
export async function shrink(file: File, now: number): Promise<SmallPhoto> {
  if (file.size > MAX_FILE_BYTES) throw new Error('照片文件太大，请换一张或截取一部分再选。');
  const told = captureTime(await bytesOf(file.slice(0, HEAD_BYTES)));
  const picture = await load(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.naturalWidth, picture.naturalHeight));
  const width = Math.max(1, Math.round(picture.naturalWidth * scale));
  const height = Math.max(1, Math.round(picture.naturalHeight * scale));
  const canvas = drawn(picture, width, height);
  const jpeg = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', QUALITY),
  );
  if (jpeg?.type !== 'image/jpeg') throw new Error('照片没有处理成，请换一张再试。');
  // A phone's clock may stand in the future; nothing was taken there.
  const timed = told !== null && told <= now;
  const takenAt = Math.round(timed ? told : now);
  return { jpeg, width, height, takenAt, timed, phash: fingerprint(picture) };
}

function drawn(picture: HTMLImageElement, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  return canvas;
}

function fingerprint(picture: HTMLImageElement): string {
  const pen = drawn(picture, HASH_EDGE, HASH_EDGE).getContext('2d');
  const pixels = pen?.getImageData(0, 0, HASH_EDGE, HASH_EDGE).data;
  return pixels ? perceptualHash(greyOf(pixels, HASH_EDGE, HASH_EDGE)) : '';
}

/** `Blob.arrayBuffer` is younger than some of these browsers. */
async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await new Response(blob).arrayBuffer());
}

async function load(file: File): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(file);
  const picture = new Image();
  try {
    await new Promise<void>((resolve, reject) => {
      const unread = () => reject(new Error('这个文件不是能识别的图片，请换一张。'));
      const timer = setTimeout(unread, TIMEOUT_MS);
      picture.onload = () => {
        clearTimeout(timer);
        resolve();
      };
      picture.onerror = unread;
      picture.src = url;
    });
  } finally {
    URL.revokeObjectURL(url);
  }
  return picture;
}
