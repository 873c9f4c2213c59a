/** Everything drawn: photos, QR and signatures, numbered in the order in which they stand. */
import { ImageRun } from 'docx';
import { strToU8 } from 'fflate';
import { encode } from 'uqr';
import type { PaperPhoto, PaperQr, Signature } from '../paper.ts';
import { type Ink, pngOfInk } from './png.ts';
import { inkOfSignature } from './signature-ink.ts';

export interface Pictures {
  /** Null while the photo's bytes are not here. */
  readonly photo: (photo: PaperPhoto, box: Box) => ImageRun | null;
  readonly qr: (qr: PaperQr) => ImageRun;
  readonly signature: (signature: Signature, name: string) => ImageRun;
  /** What stands for a picture until the file is put together, and the picture. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
}

/** In mm. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

const QR_MM = 26;
const QR_DOTS = 4;
const SIGNATURE_BOX: Box = { width: 60, height: 20 };

/**
 * The library sees a name instead of each picture: it would hash and pack in vain what
 * is packed already, for seconds where there are forty. A paper counts its pictures
 * itself, since the library's count goes on from one paper to the next.
 */
export function picturesOf(photos: ReadonlyMap<string, Uint8Array>): Pictures {
  const bytes = new Map<string, Uint8Array>();
  let count = 0;
  const picture = (type: 'png' | 'jpg', data: Uint8Array, size: Box, description: string) => {
    count += 1;
    const name = `图${count}`;
    bytes.set(name, data);
    return new ImageRun({
      type,
      data: strToU8(name),
      transformation: { width: pixels(size.width), height: pixels(size.height) },
      altText: { id: String(count), name, description },
    });
  };
  return {
    bytes,
    photo: (photo, box) => {
      const data = photos.get(photo.sha256);
      if (data === undefined) return null;
      const type = data[0] === 0x89 ? 'png' : 'jpg';
      return picture(type, data, within(photo, box), photo.caption);
    },
    qr: (qr) => {
      const size = { width: QR_MM, height: QR_MM };
      return picture('png', pngOfInk(inkOfQr(qr.text)), size, qr.caption);
    },
    signature: (signature, name) => {
      const data = pngOfInk(inkOfSignature(signature));
      return picture('png', data, within(signature, SIGNATURE_BOX), name);
    },
  };
}

/** As large as the box allows, never cropped, never out of proportion. */
function within(picture: Box, box: Box): Box {
  const scale = Math.min(
    box.width / Math.max(1, picture.width),
    box.height / Math.max(1, picture.height),
  );
  return { width: picture.width * scale, height: picture.height * scale };
}

/** The same modules as the PDF's; the paper around it is its quiet zone. */
function inkOfQr(text: string): Ink {
  const { data, size } = encode(text, { ecc: 'M', boostEcc: false, border: 0 });
  return {
    width: size * QR_DOTS,
    height: size * QR_DOTS,
    dark: (x, y) => data[Math.floor(y / QR_DOTS)]?.[Math.floor(x / QR_DOTS)] ?? false,
  };
}

/** At 96 to the inch, as the library counts. */
function pixels(mm: number): number {
  return (mm * 96) / 25.4;
}
