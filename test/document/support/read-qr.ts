import { unzlibSync } from 'fflate';
import jsQR from 'jsqr';

/** Light dots around the picture, as the paper around a QR. */
const QUIET = 16;

/** What a QR says that was written as a PNG of one bit a dot; null where nothing can be read. */
export function readQr(png: Uint8Array): string | null {
  const head = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const [width, height] = [head.getUint32(16), head.getUint32(20)];
  const dots = unzlibSync(png.subarray(41, 41 + head.getUint32(33)));
  const stride = 1 + Math.ceil(width / 8);
  const side = width + 2 * QUIET;
  const picture = new Uint8ClampedArray(side * (height + 2 * QUIET) * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const bit = (dots[y * stride + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7));
      const at = ((y + QUIET) * side + x + QUIET) * 4;
      if (bit === 0) picture.fill(0, at, at + 3);
    }
  }
  return jsQR(picture, side, height + 2 * QUIET)?.data ?? null;
}
