/** The QR of a paper as dark rectangles: error level M, 26 mm square; the paper is its quiet zone. */
import { encode } from 'uqr';
import type { PaperQr } from '../paper.ts';
import type { QrPiece } from '../sheet.ts';
import { mm } from './geometry.ts';

export const QR_SIZE = mm(26);

export function qrPiece(qr: PaperQr, x: number, y: number): QrPiece {
  const { data, size } = encode(qr.text, { ecc: 'M', boostEcc: false, border: 0 });
  const module = QR_SIZE / size;
  const dark = data.flatMap((row, line) =>
    stretches(row).map(
      ([from, to]) => [x + from * module, y + line * module, (to - from) * module, module] as const,
    ),
  );
  return { kind: 'qr', x, y, size: QR_SIZE, dark, alt: qr.caption };
}

/** Dark modules side by side are one rectangle. */
function stretches(row: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  row.forEach((isDark, at) => {
    const last = found[found.length - 1];
    if (!isDark) return;
    if (last && last[1] === at) last[1] = at + 1;
    else found.push([at, at + 1]);
  });
  return found;
}
