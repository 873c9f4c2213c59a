/**
 * A picture file made fit to travel: upright, at most 1600 px, JPEG, without
 * EXIF (drawing it anew leaves that behind), with its hash. Runs in a worker, or
 * on the page where a browser cannot draw in one.
 */

import { captureTime, HEAD_BYTES } from '../../domain/capture-time.ts';
import { greyOf, HASH_EDGE, perceptualHash } from '../../domain/perceptual-hash.ts';

export const LONGEST_SIDE = 1600;
const QUALITY = 0.82;
/** Beyond this a tablet would run out of memory while decoding. */
export const MAX_FILE_BYTES = 60_000_000;

export interface PhotoFacts {
  readonly jpeg: Blob;
  /** 64 hex digits. */
  readonly sha256: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  /** What it shows, in 64 bits as hex; empty where that cannot be said. */
  readonly phash: string;
  /** When the file says that it was taken (ms, by the camera's clock); null where it does not. */
  readonly capturedAt: number | null;
}

export type PhotoFailure = 'not-image' | 'too-large' | 'failed';
export type PhotoJobResult =
  | ({ readonly ok: true } & PhotoFacts)
  | { readonly ok: false; readonly reason: PhotoFailure };

export interface Drawn {
  draw(picture: ImageBitmap, width: number, height: number): Promise<Blob | null>;
  /** Its pixels, drawn to a square of that edge; null where there is no canvas. */
  pixels(picture: ImageBitmap, edge: number): Uint8ClampedArray | null;
}

function pixelsBy(
  pen: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null,
  picture: ImageBitmap,
  edge: number,
): Uint8ClampedArray | null {
  if (!pen) return null;
  // A picture ten times as large is not to be sampled, but averaged.
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, edge, edge);
  return pen.getImageData(0, 0, edge, edge).data;
}

/** Draws in memory, off the page where there is one. */
export const offscreen: Drawn = {
  async draw(picture, width, height) {
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext('2d');
    if (!pen) return null;
    pen.drawImage(picture, 0, 0, width, height);
    return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  },
  pixels(picture, edge) {
    const pen = new OffscreenCanvas(edge, edge).getContext('2d', { willReadFrequently: true });
    return pixelsBy(pen, picture, edge);
  },
};

/** Draws on the page, for browsers without OffscreenCanvas. */
export const onPage: Drawn = {
  async draw(picture, width, height) {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const pen = canvas.getContext('2d');
    if (!pen) return null;
    pen.drawImage(picture, 0, 0, width, height);
    return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  },
  pixels(picture, edge) {
    const canvas = document.createElement('canvas');
    canvas.width = edge;
    canvas.height = edge;
    return pixelsBy(canvas.getContext('2d', { willReadFrequently: true }), picture, edge);
  },
};

export async function makePhoto(file: Blob, drawn: Drawn): Promise<PhotoJobResult> {
  if (file.size > MAX_FILE_BYTES) return { ok: false, reason: 'too-large' };
  const picture = await decode(file);
  if (!picture) return { ok: false, reason: 'not-image' };
  try {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const width = Math.max(1, Math.round(picture.width * scale));
    const height = Math.max(1, Math.round(picture.height * scale));
    const jpeg = await drawn.draw(picture, width, height);
    if (jpeg?.type !== 'image/jpeg') return { ok: false, reason: 'failed' };
    const sha256 = hex(await crypto.subtle.digest('SHA-256', await jpeg.arrayBuffer()));
    const pixels = drawn.pixels(picture, HASH_EDGE);
    const phash = pixels ? perceptualHash(greyOf(pixels, HASH_EDGE, HASH_EDGE)) : '';
    const capturedAt = captureTime(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
    return { ok: true, jpeg, sha256, bytes: jpeg.size, width, height, phash, capturedAt };
  } finally {
    picture.close();
  }
}

async function decode(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (error) {
    console.info('这个文件不是能识别的图片', error);
    return null;
  }
}

function hex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
