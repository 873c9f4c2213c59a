/**
 * What stands outside the text block: the page number, which changes sides with the
 * page, and the mark of a draft or a voided paper, which stands on every page.
 */
import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  HeightRule,
  LineRuleType,
  PageNumber,
  Paragraph,
  Table,
  TextRun,
} from 'docx';
import { mm } from '../layout/geometry.ts';
import type { NoticePaper, PaperMark } from '../paper.ts';
import { letterFootRule, letterHeading } from './letterhead.ts';
import { lettersWide, TEXT_WIDTH, twipsOfMm } from './measures.ts';
import { RED } from './styles.ts';
import { cell, frame, rowOf } from './tables.ts';
import { gap } from './words.ts';

/** From the page's lower edge to the rule of a letter's first page. */
export const FOOTER = twipsOfMm(20);
/** The number stands higher: its dashes are 7 mm below the text block. */
const NUMBER_RAISE = twipsOfMm(4.5);
/** From the page's upper edge to the mark's. */
export const HEADER = twipsOfMm(10);
/** From there to a letter's heading, 30 mm below the page's upper edge. */
const LETTER_HEADING_MM = 20;
/** A mark never moves what stands below it. */
const MARK_MM = 17;
/** One letter of 14 pt. */
const OUTSIDE = 280;
const INSET = 80;
const MARK_WIDTH = twipsOfMm(36);

export function numberFooters() {
  return {
    default: new Footer({ children: [pageNumber(AlignmentType.RIGHT)] }),
    even: new Footer({ children: [pageNumber(AlignmentType.LEFT)] }),
  };
}

/** A letter's first page bears its rule instead of a number (10.1). */
export function letterFooter(): Footer {
  return new Footer({ children: [letterFootRule()] });
}

export function noFooters() {
  const empty = () => new Footer({ children: [gap()] });
  return { default: empty(), even: empty() };
}

export function markHeaders(mark: PaperMark | null) {
  return {
    default: new Header({ children: markParts(mark) }),
    even: new Header({ children: markParts(mark) }),
  };
}

export function letterHeader(paper: NoticePaper): Header {
  if (paper.mark === null) {
    return new Header({ children: letterHeading(paper, mm(LETTER_HEADING_MM)) });
  }
  const heading = letterHeading(paper, mm(LETTER_HEADING_MM - MARK_MM));
  return new Header({ children: [...markParts(paper.mark), ...heading] });
}

function pageNumber(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Paragraph {
  const indent = alignment === AlignmentType.RIGHT ? { right: OUTSIDE } : { left: OUTSIDE };
  return new Paragraph({
    style: 'PageNumber',
    alignment,
    indent,
    spacing: { after: NUMBER_RAISE },
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
}

function markParts(mark: PaperMark | null): (Paragraph | Table)[] {
  if (mark === null) return [gap()];
  const colour = mark.kind === 'voided' ? { color: RED } : {};
  const line = { style: BorderStyle.SINGLE, size: 18, space: 1, color: '000000', ...colour };
  const stamp = new Paragraph({
    style: 'Mark',
    children: [new TextRun({ text: mark.words, ...colour })],
    border: { top: line, bottom: line, left: line, right: line },
    // Within its cell: what is drawn outside of it is cut off.
    indent: { left: INSET, right: INSET },
  });
  const sentence = mark.kind === 'voided' ? markSentence(mark.sentence) : gap();
  const widths = [TEXT_WIDTH - MARK_WIDTH, MARK_WIDTH];
  const bare = { top: 0, bottom: 0, left: 0, right: twipsOfMm(2) };
  const cells = [cell(sentence, widths[0]), cell(stamp, widths[1])];
  const row = rowOf(cells, twipsOfMm(MARK_MM), {}, HeightRule.EXACT);
  return [new Table({ ...frame(widths, false), margins: bare, rows: [row] }), gap()];
}

/** As large as its room allows. */
function markSentence(sentence: string): Paragraph {
  const width = (TEXT_WIDTH - MARK_WIDTH) / 20;
  const points =
    [12, 10, 8].find((size) => {
      const lines = Math.ceil((lettersWide(sentence) * size) / (width - size));
      return lines * size * 1.4 <= mm(MARK_MM);
    }) ?? 6;
  return new Paragraph({
    style: 'MarkSentence',
    spacing: { line: Math.round(points * 28), lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: sentence, size: points * 2 })],
  });
}
