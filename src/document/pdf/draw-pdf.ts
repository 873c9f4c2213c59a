/**
 * Draws sheets as a PDF. It moves nothing and adds nothing: no clock, no chance, the same sheets
 * and fonts give the same bytes on tablet and server. Runs in a worker on the tablet (pdfkit is
 * large): only a worker and the server import this folder. pdfkit rather than pdfmake, which
 * can't hold a grid of 28 characters and breaks lines by rules of its own.
 */
import { linesOf } from '../missing-characters.ts';
import type { Sheet } from '../sheet.ts';
import { DeflatedDocument, joined } from './deflated.ts';
import { drawPiece } from './draw-piece.ts';

export interface PdfInfo {
  /** The paper's title. */
  readonly title: string;
  /** 发文字号. */
  readonly number: string;
  /** The PDF bears the paper's date, not the day on which it was made. */
  readonly issuedAt: number;
}

export interface PdfParts {
  /** Font files (TrueType) by SHA-256; all that the sheets name must be here. */
  readonly fonts: ReadonlyMap<string, Uint8Array>;
  /** JPEGs by SHA-256; a photo that isn't here is drawn as 照片未到. */
  readonly photos: ReadonlyMap<string, Uint8Array>;
  readonly info: PdfInfo;
  /** Told after each page; awaited, so that the caller may let others have a turn. */
  readonly onProgress?: (pages: number, of: number) => void | Promise<void>;
}

const MAKER = '巡点';

/** Throws where a font is lacking: a paper in another font would be another paper. */
export async function drawPdf(sheets: readonly Sheet[], parts: PdfParts): Promise<Uint8Array> {
  const { info } = parts;
  const date = new Date(info.issuedAt);
  const doc = new DeflatedDocument({
    autoFirstPage: false,
    // Every stream is deflated by ourselves.
    compress: false,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    tagged: true,
    // No font before the paper's own; the default would put Helvetica into the file.
    font: '',
    info: {
      Title: info.title,
      Subject: info.number,
      Author: MAKER,
      Creator: MAKER,
      Producer: MAKER,
      CreationDate: date,
      ModDate: date,
    },
  });
  const bytes = collect(doc);
  registerFonts(doc, sheets, parts.fonts);
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const [at, sheet] of sheets.entries()) {
    doc.addPage({ size: [sheet.width, sheet.height], margin: 0 });
    for (const piece of sheet.pieces) drawPiece(doc, root, piece, parts.photos);
    await parts.onProgress?.(at + 1, sheets.length);
  }
  root.end();
  doc.end();
  return bytes;
}

function collect(doc: DeflatedDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(joined(chunks)));
    doc.on('error', reject);
  });
}

/** In the order in which the sheets need them, so that the file's names for them are always the same. */
function registerFonts(
  doc: DeflatedDocument,
  sheets: readonly Sheet[],
  fonts: ReadonlyMap<string, Uint8Array>,
): void {
  const named = sheets.flatMap((sheet) =>
    sheet.pieces.flatMap((piece) => linesOf(piece).flatMap((line) => line.map((run) => run.font))),
  );
  for (const sha256 of new Set(named)) {
    if (sha256 === null) continue;
    const bytes = fonts.get(sha256);
    if (!bytes) throw new Error(`字体没有取到（${sha256.slice(0, 12)}），不能生成 PDF`);
    doc.registerFont(sha256, bytes);
    doc.squares ??= sha256;
  }
}
