import type { PicturePiece } from '../sheet.ts';
import type { DeflatedDocument } from './deflated.ts';
import { drawRun } from './draw-run.ts';

/** The JPEG as it is, whole and in its own shape; one that is lacking or broken leaves a frame that says so. */
export function drawPicture(
  doc: DeflatedDocument,
  piece: PicturePiece,
  bytes: Uint8Array | undefined,
): void {
  const { x, y, width, height } = piece;
  if (bytes && isJpeg(bytes)) {
    const fit = [width, height] satisfies [number, number];
    doc.image(bytes.slice().buffer, x, y, { fit, align: 'center', valign: 'center' });
    return;
  }
  doc.lineWidth(0.5).rect(x, y, width, height).stroke('#000000');
  for (const run of piece.missing) drawRun(doc, run, '#000000');
}

/** Whether the bytes hold a JPEG with its frame header, which says how large it is. */
function isJpeg(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false;
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) {
      at += 1;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    // SOF0–SOF15 but DHT, JPG and DAC.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return true;
    at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
  }
  return false;
}
