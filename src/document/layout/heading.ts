/** 发文机关标志, 发文字号, the red rules and the title, in either format (7.2, 7.3.1, 10.1). */
import type { FaceMetrics } from '../metrics.ts';
import type { NoticePaper } from '../paper.ts';
import type { Piece, RulePiece, TextLine } from '../sheet.ts';
import { charsOf, widthOf } from './chars.ts';
import { BLOCK, BODY, baselineIn, GAP, LINE, mm, SHEET, TITLE, TITLE_PITCH } from './geometry.ts';
import { setLine } from './set-line.ts';
import { balance, breakText, setText } from './text.ts';

export interface Head {
  readonly pieces: readonly Piece[];
  /** Lower edge of the title. */
  readonly bottom: number;
}

/** Never over 22 mm; large names stay smaller, so that a short name doesn't shout. */
const LARGEST = mm(17);
const SMALLEST_LINE = 24;
const SMALLEST = 22;
const LEADING = 1.25;

export function headOf(paper: NoticePaper, metrics: FaceMetrics): Head {
  return paper.format === 'letter' ? letterHead(paper, metrics) : documentHead(paper, metrics);
}

function documentHead(paper: NoticePaper, metrics: FaceMetrics): Head {
  const pieces: Piece[] = [];
  const heading = headingOf(paper.heading, BLOCK.top + mm(35), metrics);
  pieces.push({ kind: 'text', role: 'heading', lines: heading.lines });
  let bottom = heading.bottom;
  if (paper.number !== '') {
    const top = bottom + 2 * LINE;
    const text = breakText(paper.number, { face: 'fangsong', size: BODY }, BLOCK.width, metrics);
    const lines = setText(text, top, { ...WHOLE, pitch: BODY, align: 'center' });
    pieces.push({ kind: 'text', role: 'number', lines });
    bottom = top + text.lines.length * BODY;
  }
  const rule = bottom + mm(4);
  pieces.push(redRule(BLOCK.left, rule, BLOCK.width, mm(0.5)));
  const title = titleOf(paper, rule + 2 * LINE, metrics);
  return { pieces: [...pieces, ...title.pieces], bottom: title.bottom };
}

function letterHead(paper: NoticePaper, metrics: FaceMetrics): Head {
  const heading = headingOf(paper.heading, mm(30), metrics);
  const rule = heading.bottom + mm(4);
  const pieces: Piece[] = [
    { kind: 'text', role: 'heading', lines: heading.lines },
    ...doubleRule(rule, true),
    // 距下页边20 mm, thin above thick; only the first page has it.
    ...doubleRule(SHEET.height - mm(20) - DOUBLE, false),
  ];
  let bottom = rule + DOUBLE;
  if (paper.number !== '') {
    const top = bottom + GAP;
    const text = breakText(paper.number, { face: 'fangsong', size: BODY }, BLOCK.width, metrics);
    const lines = setText(text, top, { ...WHOLE, pitch: BODY, align: 'right' });
    pieces.push({ kind: 'text', role: 'number', lines });
    bottom = top + text.lines.length * BODY;
  }
  const title = titleOf(paper, bottom + 2 * LINE, metrics);
  return { pieces: [...pieces, ...title.pieces], bottom: title.bottom };
}

const WHOLE = { x: BLOCK.left, width: BLOCK.width } as const;
const THICK = mm(0.8);
const THIN = mm(0.3);
const BETWEEN = mm(0.5);
const DOUBLE = THICK + BETWEEN + THIN;

function doubleRule(top: number, thickAbove: boolean): RulePiece[] {
  const [first, second] = thickAbove ? [THICK, THIN] : [THIN, THICK];
  const left = (SHEET.width - mm(170)) / 2;
  return [
    redRule(left, top, mm(170), first),
    redRule(left, top + first + BETWEEN, mm(170), second),
  ];
}

function redRule(x: number, y: number, width: number, height: number): RulePiece {
  return { kind: 'rule', x, y, width, height, ink: 'red' };
}

/** As large as fits one line; long names take more lines before they become small. */
function headingOf(
  name: string,
  top: number,
  metrics: FaceMetrics,
): { readonly lines: readonly TextLine[]; readonly bottom: number } {
  const size = headingSize(name, metrics);
  const text = balance(name, { face: 'xiaobiaosong', size }, BLOCK.width, metrics);
  const pitch = size * LEADING;
  if (text.lines.length > 1) {
    const lines = setText(text, top - (pitch - size) / 2, {
      ...WHOLE,
      pitch,
      align: 'center',
      ink: 'red',
    });
    return { lines, bottom: top + pitch * (text.lines.length - 1) + size };
  }
  const natural = widthOf(text.chars);
  const gaps = Math.max(1, text.chars.length - 1);
  // Short names are spread, at most by half a character a gap.
  const tracking = Math.max(0, Math.min(size * 0.5, (BLOCK.width * 0.96 - natural) / gaps));
  const line = { start: 0, end: text.chars.length, indent: 0, last: true };
  const baseline = baselineIn(top, size, size);
  const place = { ...WHOLE, baseline, tracking, align: 'center', ink: 'red' } as const;
  return { lines: [setLine(text.chars, line, place)], bottom: top + size };
}

function headingSize(name: string, metrics: FaceMetrics): number {
  const em = widthOf(charsOf([{ text: name, face: 'xiaobiaosong' }], 1, metrics));
  for (const lines of [1, 2, 3]) {
    // A little less, since lines break between characters.
    const size = (BLOCK.width * lines * (lines === 1 ? 1 : 0.94)) / Math.max(1, em);
    if (size >= SMALLEST_LINE) return Math.min(LARGEST, size);
  }
  return SMALLEST;
}

function titleOf(paper: NoticePaper, top: number, metrics: FaceMetrics): Head {
  const lines = titleLines(paper.title, top, metrics);
  return {
    pieces: [{ kind: 'text', role: 'title', lines }],
    bottom: top + lines.length * TITLE_PITCH,
  };
}

/** Broken where the meaning allows: one line where all fits, else the parts, else balanced. */
export function titleLines(
  parts: readonly string[],
  top: number,
  metrics: FaceMetrics,
): TextLine[] {
  const style = { face: 'xiaobiaosong', size: TITLE } as const;
  const whole = breakText(parts.join(''), style, BLOCK.width - TITLE * 2, metrics);
  const texts =
    whole.lines.length === 1
      ? [whole]
      : parts.map((part) => balance(part, style, BLOCK.width, metrics));
  let next = top;
  return texts.flatMap((text) => {
    const set = setText(text, next, { ...WHOLE, pitch: TITLE_PITCH, align: 'center' });
    next += set.length * TITLE_PITCH;
    return set;
  });
}
