/**
 * Whether bytes are a JPEG with a picture in it: the markers of ITU-T T.81,
 * annex B, walked up to the frame header. Nothing is decoded.
 */

export interface Size {
  readonly width: number;
  readonly height: number;
}

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;

/** The picture's size, or null where the bytes are no JPEG. */
export function jpegSize(bytes: Uint8Array): Size | null {
  if (bytes[0] !== 0xff || bytes[1] !== START || bytes[2] !== 0xff) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  let size: Size | null = null;
  while (at + 4 <= bytes.length) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) return null;
    if (isBare(marker)) {
      at += 2;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return null;
    // A picture has a frame header, and a scan after it.
    if (marker === SCAN) return size;
    if (isFrame(marker)) {
      if (length < 8) return null;
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
      if (size.width === 0 || size.height === 0) return null;
    }
    at += 2 + length;
  }
  return null;
}

/** Markers without a length: TEM and RST0–RST7. */
function isBare(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

/** SOF0–SOF15, but DHT, JPG and DAC, whose numbers lie between them. */
function isFrame(marker: number): boolean {
  if (marker === 0xc4 || marker === 0xc8 || marker === 0xcc) return false;
  return marker >= 0xc0 && marker <= 0xcf;
}
