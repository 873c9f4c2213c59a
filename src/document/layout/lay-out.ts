/**
 * Lays a paper out, once, for PDF, screen and print. Pure: the same paper and the same
 * metrics give the same sheets, on every device, for good.
 */
import { ofEdition } from '../edition.ts';
import type { FaceMetrics } from '../metrics.ts';
import type { NoticePaper } from '../paper.ts';
import type { Piece, Sheet } from '../sheet.ts';
import { annexPages, receiptPages } from './annex-pages.ts';
import { SHEET } from './geometry.ts';
import { mainPages } from './main-pages.ts';
import { markPieces, pageNumberPiece } from './page-marks.ts';

type LayOut = (paper: NoticePaper, metrics: FaceMetrics) => Sheet[];

const EDITIONS: ReadonlyMap<number, LayOut> = new Map([[1, firstEdition]]);

/** Throws for an edition of the templates that this program doesn't know. */
export function layOut(paper: NoticePaper, metrics: FaceMetrics): Sheet[] {
  return ofEdition(EDITIONS, paper.edition)(paper, metrics);
}

function firstEdition(paper: NoticePaper, metrics: FaceMetrics): Sheet[] {
  const numbered = [
    ...mainPages(paper, metrics),
    ...paper.annexes.flatMap((annex) => annexPages(paper, annex, metrics)),
  ];
  const receipt = paper.receipt === null ? [] : receiptPages(paper.receipt, metrics);
  const mark = markPieces(paper.mark, metrics);
  const sheet = (pieces: readonly Piece[], pageNumber: number | null): Sheet => ({
    ...SHEET,
    pageNumber,
    pieces: [
      ...mark,
      ...pieces,
      ...(pageNumber === null ? [] : [pageNumberPiece(pageNumber, metrics)]),
    ],
  });
  return [
    // A letter's first page counts, but doesn't show its number (10.1).
    ...numbered.map((pieces, at) =>
      sheet(pieces, at === 0 && paper.format === 'letter' ? null : at + 1),
    ),
    ...receipt.map((pieces) => sheet(pieces, null)),
  ];
}
