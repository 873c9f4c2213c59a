/** What stands outside the text block: the page number, and 未签发 or 作废 on every page. */
import type { FaceMetrics } from '../metrics.ts';
import type { PaperMark } from '../paper.ts';
import type { Ink, Piece, RulePiece } from '../sheet.ts';
import { charsOf, widthOf } from './chars.ts';
import { BLOCK, mm, SHEET } from './geometry.ts';
import { setLine } from './set-line.ts';
import { breakText, setText } from './text.ts';

const NUMBER_SIZE = 14;
/** A dash stands about this much over the baseline. */
const DASH_RISE = 0.38;

/** 4号宋体, its dash 7 mm under the block; odd pages right, even left, one character in (7.5). */
export function pageNumberPiece(page: number, metrics: FaceMetrics): Piece {
  const chars = charsOf([{ text: `— ${page} —`, face: 'songti' }], NUMBER_SIZE, metrics);
  const line = { start: 0, end: chars.length, indent: 0, last: true };
  const set = setLine(chars, line, {
    x: BLOCK.left + NUMBER_SIZE,
    width: BLOCK.width - 2 * NUMBER_SIZE,
    baseline: BLOCK.bottom + mm(7) + DASH_RISE * NUMBER_SIZE,
    tracking: 0,
    align: page % 2 === 1 ? 'right' : 'left',
  });
  return { kind: 'text', role: 'page-number', lines: [set] };
}

const MARK_SIZE = 20;
const MARK_TOP = mm(12);
const MARK_PAD = 8;
const MARK_RULE = 1.6;

export function markPieces(mark: PaperMark | null, metrics: FaceMetrics): Piece[] {
  if (mark === null) return [];
  const ink: Ink = mark.kind === 'voided' ? 'red' : 'black';
  const text = breakText(mark.words, { face: 'heiti', size: MARK_SIZE }, SHEET.width, metrics);
  const width = widthOf(text.chars);
  const box = {
    x: SHEET.width - mm(18) - width - 2 * MARK_PAD,
    y: MARK_TOP,
    width: width + 2 * MARK_PAD,
    height: MARK_SIZE + MARK_PAD,
  };
  const words = setText(text, box.y, {
    x: box.x + MARK_PAD,
    width,
    align: 'left',
    pitch: box.height,
    ink,
  });
  return [
    ...frame(box, ink),
    { kind: 'text', role: 'mark', lines: words },
    ...(mark.kind === 'voided' ? sentencePieces(mark.sentence, box.x, metrics) : []),
  ];
}

/** As large as the head of the page allows. */
function sentencePieces(sentence: string, right: number, metrics: FaceMetrics): Piece[] {
  const width = right - BLOCK.left - mm(6);
  const most = mm(18);
  for (const size of [12, 10, 8, 6]) {
    const text = breakText(sentence, { face: 'heiti', size }, width, metrics);
    const pitch = size * 1.4;
    if (text.lines.length * pitch > most && size > 6) continue;
    const lines = setText(text, mm(8), { x: BLOCK.left, width, align: 'left', pitch });
    return [{ kind: 'text', role: 'mark', lines }];
  }
  return [];
}

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function frame({ x, y, width, height }: Frame, ink: Ink): RulePiece[] {
  const rule = (left: number, top: number, wide: number, high: number): RulePiece => ({
    kind: 'rule',
    x: left,
    y: top,
    width: wide,
    height: high,
    ink,
  });
  return [
    rule(x, y, width, MARK_RULE),
    rule(x, y + height - MARK_RULE, width, MARK_RULE),
    rule(x, y, MARK_RULE, height),
    rule(x + width - MARK_RULE, y, MARK_RULE, height),
  ];
}
