/**
 * 发文机关署名 and 成文日期 with the room that a seal of 42 mm takes over them (7.3.5), and the
 * QR at the left, where the seal never comes.
 */
import type { FaceMetrics } from '../metrics.ts';
import type { NoticePaper } from '../paper.ts';
import type { Piece } from '../sheet.ts';
import { widthOf } from './chars.ts';
import { BLOCK, BODY, baselineIn, LINE, PITCH } from './geometry.ts';
import { QR_SIZE, qrPiece } from './qr.ts';
import { type BrokenText, balance, breakText, setText } from './text.ts';

/** Left free over the signature: the seal's upper edge comes within one line of the text. */
const SEAL_LINES = 3;
const DATE_FROM_RIGHT = 4;
const STYLE = { face: 'fangsong', size: BODY } as const;

export interface SignatureBlock {
  /** Height in lines of the grid. */
  readonly lines: number;
  draw(top: number): Piece[];
}

export function signatureBlock(paper: NoticePaper, metrics: FaceMetrics): SignatureBlock {
  const date = breakText(paper.date, STYLE, BLOCK.width, metrics);
  const dateWidth = widthOf(date.chars);
  const dateRight = BLOCK.right - DATE_FROM_RIGHT * PITCH;
  const left = BLOCK.left + (paper.qr === null ? 2 * PITCH : QR_SIZE + 2 * PITCH);
  const name = balance(paper.signature, STYLE, BLOCK.right - left, metrics);
  const lines = SEAL_LINES + name.lines.length + 1;
  const center = centerOf(name, dateRight - dateWidth / 2);
  return {
    lines,
    draw: (top) => {
      const nameTop = top + SEAL_LINES * LINE;
      const nameWidth = widthOfLines(name);
      return [
        {
          kind: 'text',
          role: 'paragraph',
          lines: setText(name, nameTop, {
            x: center - nameWidth / 2,
            width: nameWidth,
            align: 'center',
            pitch: LINE,
          }),
        },
        {
          kind: 'text',
          role: 'paragraph',
          lines: setText(date, nameTop + name.lines.length * LINE, {
            x: dateRight - dateWidth,
            width: dateWidth,
            align: 'left',
            pitch: LINE,
          }),
        },
        ...qrPieces(paper, top, lines, metrics),
      ];
    },
  };
}

/** Over the middle of the date, as long as the name stays inside the block. */
function centerOf(name: BrokenText, dateCenter: number): number {
  return Math.min(dateCenter, BLOCK.right - widthOfLines(name) / 2);
}

function widthOfLines(text: BrokenText): number {
  return Math.max(...text.lines.map((line) => widthOf(text.chars.slice(line.start, line.end))));
}

function qrPieces(paper: NoticePaper, top: number, lines: number, metrics: FaceMetrics): Piece[] {
  if (paper.qr === null) return [];
  // Its caption stands on the date's baseline.
  const dateLine = baselineIn(top + (lines - 1) * LINE, LINE, BODY);
  const captionTop = dateLine - baselineIn(0, CAPTION_PITCH, CAPTION.size);
  const caption = breakText(paper.qr.caption, CAPTION, QR_SIZE, metrics);
  return [
    qrPiece(paper.qr, BLOCK.left, captionTop - QR_SIZE - 3),
    {
      kind: 'text',
      role: 'caption',
      lines: setText(caption, captionTop, {
        x: BLOCK.left,
        width: QR_SIZE,
        align: 'center',
        pitch: CAPTION_PITCH,
      }),
    },
  ];
}

const CAPTION = { face: 'heiti', size: 10.5 } as const;
const CAPTION_PITCH = 14;
