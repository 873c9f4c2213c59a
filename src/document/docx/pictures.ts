/** Everything drawn: photos, QR and signatures, numbered in the order in which they stand. */
import { ImageRun } from 'docx';
import { encode } from 'uqr';
import type { PaperPhoto, PaperQr, Signature } from '../paper.ts';
import { type Ink, pngOfInk } from './png.ts';
import { inkOfSignature } from './signature-ink.ts';

export interface Pictures {
  /** Null while the photo's bytes are not here. */
  readonly photo: (photo: PaperPhoto, box: Box) => ImageRun | null;
  readonly qr: (qr: PaperQr) => ImageRun;
  readonly signature: (signature: Signature, name: string) => ImageRun;
}

/** In mm. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

const QR_MM = 26;
/** Light modules around a QR without which no phone finds it. */
const QUIET = 4;
const QR_DOTS = 4;
const SIGNATURE_BOX: Box = { width: 60, height: 20 };

/** A paper's own count: the library's goes on from one paper to the next. */
export function picturesOf(photos: ReadonlyMap<string, Uint8Array>): Pictures {
  let count = 0;
  const picture = (type: 'png' | 'jpg', data: Uint8Array, size: Box, description: string) => {
    count += 1;
    const name = `图${count}`;
    return new ImageRun({
      type,
      data,
      transformation: { width: pixels(size.width), height: pixels(size.height) },
      altText: { id: String(count), name, description },
    });
  };
  return {
    photo: (photo, box) => {
      const bytes = photos.get(photo.sha256);
      if (bytes === undefined) return null;
      const type = bytes[0] === 0x89 ? 'png' : 'jpg';
      return picture(type, bytes, within(photo, box), photo.caption);
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

function inkOfQr(text: string): Ink {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
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
