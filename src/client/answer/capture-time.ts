/**
 * When a photo was taken, as its file tells: EXIF's DateTimeOriginal (CIPA DC-008, 4.6.5), by
 * its own offset from UTC where it has one, else by the office's clock. Nothing else is read.
 */
import { OFFICE_OFFSET_MS } from '../../domain/civil.ts';

const MINUTE = 60_000;
const EXIF_POINTER = 0x8769;
const TAKEN = 0x9003;
const TAKEN_OFFSET = 0x9011;
/** EXIF stands in one of the first segments. */
const LOOKED_AT = 256 * 1024;

/** Ms since the epoch; null where the file tells none. */
export async function captureTime(file: Blob): Promise<number | null> {
  try {
    return timeIn(new DataView(await file.slice(0, LOOKED_AT).arrayBuffer()));
  } catch (error) {
    // Cut off, or written by something that does not keep to the standard: it tells nothing then.
    console.info('照片里读不出拍摄时间', error);
    return null;
  }
}

export function timeIn(view: DataView): number | null {
  const tiff = exifOf(view);
  if (tiff === null) return null;
  const little = tiff.getUint16(0) === 0x4949;
  const pointer = entryOf(tiff, little, tiff.getUint32(4, little), EXIF_POINTER);
  if (pointer === null) return null;
  const directory = tiff.getUint32(pointer + 8, little);
  const taken = textOf(tiff, little, directory, TAKEN);
  const [, ...parts] = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/.exec(taken) ?? [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  if (year < 1990 || month < 1 || day < 1) return null;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  return local - offsetIn(textOf(tiff, little, directory, TAKEN_OFFSET));
}

/** The TIFF part of a JPEG's APP1 segment. */
function exifOf(view: DataView): DataView | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 10 < view.byteLength && view.getUint8(at) === 0xff) {
    const length = view.getUint16(at + 2);
    // `Exif` and two zeros.
    if (view.getUint16(at) === 0xffe1 && view.getUint32(at + 4) === 0x45786966) {
      return new DataView(view.buffer, view.byteOffset + at + 10, length - 8);
    }
    at += 2 + length;
  }
  return null;
}

/** Where the entry of a tag stands in a directory. */
function entryOf(tiff: DataView, little: boolean, directory: number, tag: number): number | null {
  const count = tiff.getUint16(directory, little);
  for (let nth = 0; nth < count; nth += 1) {
    const at = directory + 2 + nth * 12;
    if (tiff.getUint16(at, little) === tag) return at;
  }
  return null;
}

function textOf(tiff: DataView, little: boolean, directory: number, tag: number): string {
  const entry = entryOf(tiff, little, directory, tag);
  if (entry === null) return '';
  const length = tiff.getUint32(entry + 4, little);
  const at = tiff.getUint32(entry + 8, little);
  let text = '';
  for (let nth = 0; nth < Math.min(length, 32) - 1; nth += 1) {
    text += String.fromCharCode(tiff.getUint8(at + nth));
  }
  return text;
}

function offsetIn(text: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):(\d\d)$/.exec(text) ?? [];
  if (sign === undefined) return OFFICE_OFFSET_MS;
  const ms = (Number(hours) * 60 + Number(minutes)) * MINUTE;
  return sign === '-' ? -ms : ms;
}
