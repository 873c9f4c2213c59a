/** A PNG of black on white, one bit a dot: small, and the same bytes on every machine. */
import { zlibSync } from 'fflate';

export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly dark: (x: number, y: number) => boolean;
}

const MAGIC = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const BITS = 1;
const GREYSCALE = 0;

export function pngOfInk(ink: Ink): Uint8Array {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, ink.width);
  view.setUint32(4, ink.height);
  head.set([BITS, GREYSCALE, 0, 0, 0], 8);
  const parts = [
    Uint8Array.from(MAGIC),
    chunk('IHDR', head),
    chunk('IDAT', zlibSync(scanlines(ink), { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ];
  return joined(parts);
}

/** Each line begins with its filter, none; a set bit is white. */
function scanlines(ink: Ink): Uint8Array {
  const stride = 1 + Math.ceil(ink.width / 8);
  const lines = new Uint8Array(stride * ink.height);
  for (let y = 0; y < ink.height; y += 1) {
    for (let x = 0; x < ink.width; x += 1) {
      if (ink.dark(x, y)) continue;
      const at = y * stride + 1 + (x >> 3);
      lines[at] = (lines[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return lines;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let at = 0; at < 4; at += 1) bytes[4 + at] = type.charCodeAt(at);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
