/** Body and 附件说明 as lines of the grid: 16 pt, 28 characters, first line indented by two. */
import type { FaceMetrics } from '../metrics.ts';
import type { NoticePaper, Paragraph } from '../paper.ts';
import type { TextLine } from '../sheet.ts';
import { breakLines } from './break-lines.ts';
import { type Char, charsOf, type Styled, widthOf } from './chars.ts';
import { BLOCK, BODY, baselineIn, LINE, MEASURE, PITCH, TRACKING } from './geometry.ts';
import { setLine } from './set-line.ts';

/** One line of the grid; null draws nothing. */
export interface GridLine {
  /** Lines of one paragraph bear the same number. */
  readonly paragraph: number;
  readonly keepWithNext: boolean;
  readonly set: ((top: number) => TextLine) | null;
}

export function bodyLines(body: readonly Paragraph[], metrics: FaceMetrics): GridLine[] {
  return body.flatMap((paragraph, nth) => {
    const chars = charsOf(styled(paragraph), BODY, metrics);
    const indent = paragraph.level === 'addressee' ? 0 : 2 * PITCH;
    // A heading, or a point's name over the list of its problems.
    const heads = paragraph.level === 'level1' || isNameOnly(paragraph);
    return gridLines(chars, { first: indent, rest: 0 }, nth, heads);
  });
}

function styled(paragraph: Paragraph): Styled[] {
  return paragraph.runs.map((run) => {
    if (paragraph.level === 'level1') return { text: run.text, face: 'heiti' };
    if (!run.strong) return { text: run.text, face: 'fangsong' };
    return { text: run.text, face: paragraph.level === 'level2' ? 'kaiti' : 'heiti' };
  });
}

function isNameOnly(paragraph: Paragraph): boolean {
  return paragraph.level === 'level2' && paragraph.runs.every((run) => run.strong);
}

function gridLines(
  chars: readonly Char[],
  indents: { readonly first: number; readonly rest: number },
  paragraph: number,
  keepWithNext: boolean,
): GridLine[] {
  const measure = { width: MEASURE, tracking: TRACKING, ...indents };
  return breakLines(chars, measure).map((line) => ({
    paragraph,
    keepWithNext,
    set: (top) =>
      setLine(chars, line, {
        x: BLOCK.left,
        baseline: baselineIn(top, LINE, BODY),
        width: MEASURE,
        tracking: TRACKING,
        align: 'spread',
      }),
  }));
}

/**
 * 附件说明 (7.3.4): one line under the text, indented by two; names begin under each other, and
 * a name that wraps goes on under its own first character. A lone annex bears no figure.
 */
export function enclosureLines(paper: NoticePaper, metrics: FaceMetrics): GridLine[] {
  const many = paper.enclosures.length > 1;
  return paper.enclosures.flatMap((name, at) => {
    const figure = many ? `${at + 1}.` : '';
    const lead = at === 0 ? `附件：${figure}` : figure;
    const left = at === 0 ? 2 * PITCH : 5 * PITCH;
    const figureWidth = widthOf(charsOf([{ text: figure, face: 'fangsong' }], BODY, metrics));
    const hang = 5 * PITCH + figureWidth + (many ? figure.length * TRACKING : 0);
    const chars = charsOf([{ text: `${lead}${name}`, face: 'fangsong' }], BODY, metrics);
    return gridLines(chars, { first: left, rest: hang }, paper.body.length + at, true);
  });
}
