/** The letter itself: heading, text on the grid of 22 lines, 附件说明, signature. */
import type { FaceMetrics } from '../metrics.ts';
import { paginate } from '../paginate.ts';
import type { NoticePaper } from '../paper.ts';
import type { Piece, TextLine } from '../sheet.ts';
import { bodyLines, enclosureLines, type GridLine } from './body-lines.ts';
import { BLOCK, LINE, LINES, lineTop } from './geometry.ts';
import { headOf } from './heading.ts';
import { signatureBlock } from './signature-block.ts';

/** Lines of text that go along to the page of a signature that found no room (7.3.5.1). */
const ALONG = 2;

export function mainPages(paper: NoticePaper, metrics: FaceMetrics): Piece[][] {
  if (paper.body.length === 0) return [];
  const head = headOf(paper, metrics);
  const block = signatureBlock(paper, metrics);
  const text = bodyLines(paper.body, metrics);
  const enclosures = enclosureLines(paper, metrics);
  const blank: GridLine = { paragraph: -1, keepWithNext: true, set: null };
  const lines = [
    ...text.map((line, at) => (at >= text.length - ALONG ? { ...line, keepWithNext: true } : line)),
    ...(enclosures.length === 0 ? [] : [blank, ...enclosures]),
  ];
  const start = firstLine(head.bottom);
  const pages = paginate(
    [
      ...lines.map((line) => ({ height: 1, keepWithNext: line.keepWithNext })),
      { height: block.lines, keepWithNext: false },
    ],
    LINES,
    start,
  );
  return pages.map((indexes, page) => {
    const first = page === 0 ? start : 0;
    const own = indexes.flatMap((at) => lines[at] ?? []);
    const pieces: Piece[] = page === 0 ? [...head.pieces] : [];
    pieces.push(...textPieces(own, first));
    if (indexes.includes(lines.length)) pieces.push(...block.draw(lineTop(first + own.length)));
    return pieces;
  });
}

/** The addressee stands one line under the title, on the line of the grid that is nearest. */
export function firstLine(headBottom: number): number {
  const line = Math.round((headBottom + LINE - BLOCK.top) / LINE);
  return Math.min(LINES, Math.max(0, line));
}

/** Lines of one paragraph are one piece. */
function textPieces(lines: readonly GridLine[], first: number): Piece[] {
  const paragraphs = new Map<number, TextLine[]>();
  lines.forEach((line, at) => {
    if (line.set === null) return;
    const set = line.set(lineTop(first + at));
    const before = paragraphs.get(line.paragraph);
    if (before) before.push(set);
    else paragraphs.set(line.paragraph, [set]);
  });
  return [...paragraphs.values()].map((each) => ({
    kind: 'text',
    role: 'paragraph',
    lines: each,
  }));
}
