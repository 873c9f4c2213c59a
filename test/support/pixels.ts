/** A page of a PDF as pixels, and PNG files to compare it with. */
import { deflateSync, inflateSync } from 'node:zlib';
import { pdfTool } from './pdf-tools.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue; row by row. */
  readonly rgb: Uint8Array;
}

/** Page from 1; dots per inch. */
export async function renderPage(file: string, page: number, dpi: number): Promise<Picture> {
  const at = String(page);
  const ppm = await pdfTool('pdftoppm', ['-r', String(dpi), '-f', at, '-l', at, file]);
  const [, width = '0', height = '0'] =
    /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1')) ?? [];
  const size = Number(width) * Number(height) * 3;
  if (size === 0) throw new Error(`pdftoppm drew no page ${page} of ${file}`);
  return { width: Number(width), height: Number(height), rgb: ppm.subarray(ppm.length - size) };
}

/** Edges of all that is darker than `dark`, in mm from the upper left, within a band of the page. */
export function inkEdges(
  picture: Picture,
  dpi: number,
  band: readonly [number, number],
  dark = 128,
) {
  const mm = 25.4 / dpi;
  const edges = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let y = 0; y < picture.height; y += 1) {
    if (y * mm < band[0] || y * mm > band[1]) continue;
    for (let x = 0; x < picture.width; x += 1) {
      if ((picture.rgb[(y * picture.width + x) * 3 + 1] ?? 255) > dark) continue;
      edges.left = Math.min(edges.left, x * mm);
      edges.right = Math.max(edges.right, (x + 1) * mm);
      edges.top = Math.min(edges.top, y * mm);
      edges.bottom = Math.max(edges.bottom, (y + 1) * mm);
    }
  }
  return edges;
}

/** Share of pixels that differ by more than `by` of 255 in any colour; 1 where the sizes differ. */
export function difference(a: Picture, b: Picture, by = 96): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  let differ = 0;
  for (let at = 0; at < a.rgb.length; at += 3) {
    const apart = (to: number) => Math.abs((a.rgb[at + to] ?? 0) - (b.rgb[at + to] ?? 0)) > by;
    if (apart(0) || apart(1) || apart(2)) differ += 1;
  }
  return differ / (a.width * a.height);
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10];

/** Eight bits a colour, no filter: for files of our own, to be looked at and to be read again. */
export function writePng(picture: Picture): Uint8Array {
  const { width, height, rgb } = picture;
  const rows = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y += 1) {
    rows.set(rgb.subarray(y * width * 3, (y + 1) * width * 3), y * (width * 3 + 1) + 1);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Reads what `writePng` wrote. */
export function readPng(bytes: Buffer): Picture {
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const rows = inflateSync(Buffer.concat(parts));
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    const from = y * (width * 3 + 1) + 1;
    rgb.set(rows.subarray(from, from + width * 3), y * width * 3);
  }
  return { width, height, rgb };
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

function crc32(data: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
