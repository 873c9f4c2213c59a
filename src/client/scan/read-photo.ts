/** The QR in a photograph: by the browser's own reader where there is one, else by jsQR. */
import { nativeCode } from './native-reader.ts';

/** Longest edge (px) at which it is looked for, in this order: a dense code needs many, a close one few. */
const EDGES = [1600, 2400, 1000, 640];

/** Null where no QR is found; rejects where the file is no picture that this browser opens. */
export async function codeInPhoto(file: Blob): Promise<string | null> {
  const picture = await createImageBitmap(file);
  try {
    return (await nativeCode(picture)) ?? (await searched(picture));
  } finally {
    picture.close();
  }
}

async function searched(picture: ImageBitmap): Promise<string | null> {
  const longest = Math.max(picture.width, picture.height);
  const tried = new Set<number>();
  for (const edge of EDGES) {
    const scale = Math.min(1, edge / longest);
    if (tried.has(scale)) continue;
    tried.add(scale);
    const found = await codeIn(picture, picture.width * scale, picture.height * scale);
    if (found !== null) return found;
  }
  return null;
}

/** The QR in a picture drawn at this size. */
export async function codeIn(
  picture: CanvasImageSource,
  width: number,
  height: number,
): Promise<string | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const { readCode } = await import('./read-code.ts');
  return readCode(data, canvas.width, canvas.height);
}
