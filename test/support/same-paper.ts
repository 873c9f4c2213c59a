/** One paper made wherever this file runs, Node or browser, to see that its bytes are the same. */
import { create } from 'fontkit';
import { layOut } from '../../src/document/layout/lay-out.ts';
import type { Face, FaceMetrics } from '../../src/document/metrics.ts';
import { noticePaper } from '../../src/document/notice-paper.ts';
import { drawPdf } from '../../src/document/pdf/draw-pdf.ts';
import { ISSUED, noticeOf, problemsOf } from '../document/support/samples.ts';
import { plainJpeg } from './plain-jpeg.ts';

const PROBLEMS = problemsOf(12, 8);

/** A notice of 12 problems and 8 photos in one font, from which a browser takes no reading of its own. */
export async function makeSamePaper(font: Uint8Array): Promise<Uint8Array> {
  const paper = noticePaper(noticeOf({ problems: PROBLEMS, unitName: '坬墕崄堃𬭎街道办事处' }));
  const photos = PROBLEMS.flatMap((problem) => problem.photos).map(
    (photo, at): [string, Uint8Array] => [photo.sha256, plainJpeg(photo.width, photo.height, at)],
  );
  return drawPdf(layOut(paper, metricsOf(font)), {
    fonts: new Map([['font', font]]),
    photos: new Map(photos),
    info: { title: paper.title.join(''), number: paper.number, issuedAt: ISSUED },
  });
}

/** All characters of the paper, for whoever makes a font of them. */
export function charactersOf(): string {
  const said = JSON.stringify(noticePaper(noticeOf({ problems: PROBLEMS })));
  return `${said}坬墕崄堃𬭎街道办事处—…“”照片未到0123456789abcdefghijklmnopqrstuvwxyz`;
}

function metricsOf(bytes: Uint8Array): FaceMetrics {
  // Types of fontkit ask for a Buffer; any bytes do.
  const font = Reflect.apply(create, undefined, [bytes]);
  return {
    advance: (_face: Face, code: number) =>
      font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm,
    fontOf: (_face: Face, code: number) => (font.hasGlyphForCodePoint(code) ? 'font' : null),
  };
}
