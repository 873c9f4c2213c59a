/**
 * When a camera says that it took a picture: DateTimeOriginal of a JPEG's Exif 2.3, with
 * OffsetTimeOriginal where there is one. A camera that names no zone shows the office's.
 */
import { OFFICE_OFFSET_MS } from './civil.ts';

/** All that stands before the picture itself lies within so many bytes of a file. */
export const HEAD_BYTES = 131_072;

const EXIF_POINTER = 0x8769;
const TAKEN_AT = 0x9003;
const OFFSET_OF_TAKEN = 0x9011;

/** In ms; null where the file does not tell, or tells nonsense. @param head the file's first bytes */
export function captureTime(head: Uint8Array): number | null {
  const tiff = exifOf(head);
  if (!tiff) return null;
  const order = word(tiff, 0, false);
  if (order !== 0x4949 && order !== 0x4d4d) return null;
  const little = order === 0x4949;
  const first = entriesAt(tiff, long(tiff, 4, little), little);
  const exif = entriesAt(tiff, first.get(EXIF_POINTER)?.value ?? null, little);
  const at = words(tiff, exif.get(TAKEN_AT));
  return at === null ? null : instantOfText(at, words(tiff, exif.get(OFFSET_OF_TAKEN)) ?? '');
}

/** The TIFF within the APP1 segment; null in a file without one. */
function exifOf(head: Uint8Array): DataView | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (word(view, 0, false) !== 0xffd8) return null;
  for (let at = 2; ; ) {
    const marker = word(view, at, false);
    const length = word(view, at + 2, false);
    // The picture begins, or this is no row of segments.
    if (marker === null || length === null || marker < 0xffc0 || marker === 0xffda) return null;
    const isExif = marker === 0xffe1 && long(view, at + 4, false) === 0x45786966;
    const end = at + 2 + length;
    if (isExif && length > 16) {
      const from = at + 10;
      return from < view.byteLength
        ? new DataView(head.buffer, head.byteOffset + from, Math.min(end, view.byteLength) - from)
        : null;
    }
    at = end;
  }
}

interface Entry {
  readonly count: number;
  /** The value itself, or where it stands. */
  readonly value: number;
}

function entriesAt(tiff: DataView, at: number | null, little: boolean): Map<number, Entry> {
  const entries = new Map<number, Entry>();
  const many = at === null ? null : word(tiff, at, little);
  if (at === null || many === null) return entries;
  for (let nth = 0; nth < many; nth += 1) {
    const from = at + 2 + nth * 12;
    const tag = word(tiff, from, little);
    const count = long(tiff, from + 4, little);
    const value = long(tiff, from + 8, little);
    if (tag === null || count === null || value === null) break;
    entries.set(tag, { count, value });
  }
  return entries;
}

function words(tiff: DataView, entry: Entry | undefined): string | null {
  if (!entry || entry.count > 64 || entry.count < 5) return null;
  if (entry.value + entry.count > tiff.byteLength) return null;
  const codes = Array.from({ length: entry.count }, (_, nth) => tiff.getUint8(entry.value + nth));
  return String.fromCharCode(...codes);
}

/** `2023:11:07 10:42:31` and `+08:00`. */
function instantOfText(text: string, offset: string): number | null {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(at) || at <= 0) return null;
  const zone = /^([+-])(\d\d):(\d\d)/.exec(offset);
  if (!zone) return at - OFFICE_OFFSET_MS;
  const minutes = Number(zone[2]) * 60 + Number(zone[3]);
  return at - (zone[1] === '-' ? -minutes : minutes) * 60_000;
}

function word(view: DataView, at: number, little: boolean): number | null {
  return at + 2 <= view.byteLength ? view.getUint16(at, little) : null;
}

function long(view: DataView, at: number, little: boolean): number | null {
  return at + 4 <= view.byteLength ? view.getUint32(at, little) : null;
}
