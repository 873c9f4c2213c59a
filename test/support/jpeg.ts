/** JPEG files without a codec: the markers that make one, and filler where the picture would be. */
import { createHash, randomBytes } from 'node:crypto';

const START = [0xff, 0xd8];
const JFIF = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
const SCAN = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0];
const END = [0xff, 0xd9];

/** A different picture at each call; `filler` bytes stand for what was seen. */
export function jpeg(width = 1600, height = 1200, filler = 2000): Uint8Array<ArrayBuffer> {
  const frame = [
    0xff,
    0xc0,
    0,
    11,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    1,
    1,
    17,
    0,
  ];
  // No marker may occur by chance within the scan.
  const seen = randomBytes(filler).map((byte) => (byte === 0xff ? 0 : byte));
  return Uint8Array.from([...START, ...JFIF, ...frame, ...SCAN, ...seen, ...END]);
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
