/** Annexes (7.3.7): each on a new page, 附件1 flush left in the first line, its title in the third. */
import type { FaceMetrics } from '../metrics.ts';
import type { Annex, NoticePaper, Receipt } from '../paper.ts';
import type { Piece } from '../sheet.ts';
import { BLOCK, BODY, LINE, lineTop, TITLE_PITCH } from './geometry.ts';
import { titleLines } from './heading.ts';
import { photoPieces } from './photos.ts';
import { tableParts } from './table.ts';
import { formGrid, type Grid, gridHeight, listGrid } from './table-cells.ts';
import { breakText, setText } from './text.ts';

export function annexPages(paper: NoticePaper, annex: Annex, metrics: FaceMetrics): Piece[][] {
  const head = annexHead(paper, annex, metrics);
  if (annex.kind === 'photos') {
    return annex.pages.map((photos, page) =>
      page === 0
        ? [...head.pieces, ...photoPieces(photos, head.bottom, metrics)]
        : photoPieces(photos, BLOCK.top, metrics),
    );
  }
  const list = listGrid(annex.title, annex.table, metrics);
  const form = annex.kind === 'reply' ? formGrid(annex.title, annex.form, metrics) : null;
  return withTables(head, form ? [list, form] : [list]);
}

/** The 送达回证: a page of its own. */
export function receiptPages(receipt: Receipt, metrics: FaceMetrics): Piece[][] {
  const lines = titleLines([receipt.title], BLOCK.top, metrics);
  const head = {
    pieces: [{ kind: 'text', role: 'title', lines } as const],
    bottom: BLOCK.top + TITLE_PITCH + LINE / 2,
  };
  const roomy = formGrid(receipt.title, receipt.form, metrics);
  // Long names take the room that would be written in, before they take a second page.
  const fits = head.bottom + gridHeight(roomy) <= BLOCK.bottom;
  return withTables(head, [fits ? roomy : formGrid(receipt.title, receipt.form, metrics, true)]);
}

interface AnnexHead {
  readonly pieces: readonly Piece[];
  readonly bottom: number;
}

function annexHead(paper: NoticePaper, annex: Annex, metrics: FaceMetrics): AnnexHead {
  const words = paper.annexes.length > 1 ? `附件${annex.nth}` : '附件';
  const number = breakText(words, { face: 'heiti', size: BODY }, BLOCK.width, metrics);
  const title = titleLines([annex.title], lineTop(2), metrics);
  return {
    pieces: [
      {
        kind: 'text',
        role: 'paragraph',
        lines: setText(number, lineTop(0), {
          x: BLOCK.left,
          width: BLOCK.width,
          align: 'left',
          pitch: LINE,
        }),
      },
      { kind: 'text', role: 'title', lines: title },
    ],
    bottom: lineTop(2) + title.length * TITLE_PITCH + LINE / 2,
  };
}

/** One table under the other, the second whole. */
function withTables(head: AnnexHead, grids: readonly Grid[]): Piece[][] {
  const pages: Piece[][] = [[...head.pieces]];
  let top = head.bottom;
  grids.forEach((grid, nth) => {
    tableParts(grid, top, nth > 0).forEach((part, at) => {
      if (at > 0) pages.push([]);
      if (part === null) return;
      pages[pages.length - 1]?.push(part.piece);
      top = part.bottom;
    });
  });
  return pages;
}
