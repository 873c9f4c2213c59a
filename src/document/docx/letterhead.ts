/**
 * 发文机关标志, 发文字号, the red rules and the title: GB/T 9704-2012, 7.2 for 文件格式,
 * 10.1 for 信函格式, where heading and rules hang on the first page's head and foot.
 */
import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TextRun } from 'docx';
import type { NoticePaper } from '../paper.ts';
import { MARGIN, PAGE, twipsOfMm } from './measures.ts';
import { RED } from './styles.ts';
import { brokenWords, lines, words } from './words.ts';

const WIDTH_MM = 156;
/** A heading is never taller than 22 mm, nor so small that it is none. */
const HEADING_MM = { most: 17, least: 8 } as const;
/** Beyond that many letters a heading takes two lines instead of filling one. */
const ONE_LINE = 18;
/** From the text block's upper edge to the heading's. */
const HEADING_TOP_MM = 35;
/** From the number's lower edge to the rule's, and from a letter's heading to its rule. */
const RULE_POINTS = 11;
const RULE_EIGHTHS = 14;
const LETTER_RULE_MM = 170;
const LETTER_RULE_EIGHTHS = 36;

/** The head of a page in 文件格式, down to the title. */
export function documentHead(paper: NoticePaper): Paragraph[] {
  const rule = {
    bottom: { style: BorderStyle.SINGLE, color: RED, size: RULE_EIGHTHS, space: RULE_POINTS },
  };
  return [
    headingOf(paper.heading, twipsOfMm(HEADING_TOP_MM)),
    // An empty line bears the rule where a paper has no number.
    words('Number', paper.number, { spacing: { before: lines(2) }, border: rule }),
    brokenWords('Title', paper.title, { spacing: { before: lines(2), after: lines(1) } }),
  ];
}

/** What stands in the text block of a letter's first page above its addressee. */
export function letterHead(paper: NoticePaper): Paragraph[] {
  const number =
    paper.number === '' ? [] : [words('Number', paper.number, { alignment: AlignmentType.RIGHT })];
  return [
    ...number,
    brokenWords('Title', paper.title, { spacing: { before: lines(2), after: lines(1) } }),
  ];
}

/** A letter's heading, `before` twips down, and the rule under it, thick above thin. */
export function letterHeading(paper: NoticePaper, before: number): Paragraph[] {
  const rule = {
    style: BorderStyle.THICK_THIN_SMALL_GAP,
    color: RED,
    size: LETTER_RULE_EIGHTHS,
    space: RULE_POINTS,
  };
  const text = headingOf(paper.heading, before);
  return [text, new Paragraph({ style: 'Gap', border: { top: rule }, indent: ruleIndent() })];
}

/** The rule at the foot of a letter's first page, thin above thick. */
export function letterFootRule(): Paragraph {
  const rule = {
    style: BorderStyle.THIN_THICK_SMALL_GAP,
    color: RED,
    size: LETTER_RULE_EIGHTHS,
    space: 0,
  };
  return new Paragraph({ style: 'Gap', border: { top: rule }, indent: ruleIndent() });
}

/** 170 mm in the middle of the page is wider than the text block. */
function ruleIndent() {
  const side = (PAGE.width - twipsOfMm(LETTER_RULE_MM)) / 2;
  return { left: Math.round(side - MARGIN.left), right: Math.round(side - MARGIN.right) };
}

/** The letters fill the text block's width, as far as they may grow. */
function headingOf(text: string, before: number): Paragraph {
  const count = Math.max(1, Array.from(text).length);
  const mm = Math.max(HEADING_MM.least, Math.min(HEADING_MM.most, (WIDTH_MM / count) * 0.88));
  const points = Math.round((mm * 72 * 2) / 25.4) / 2;
  return new Paragraph({
    style: 'Heading',
    alignment: count > ONE_LINE ? AlignmentType.CENTER : AlignmentType.DISTRIBUTE,
    spacing: { before, line: Math.round(points * 23), lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text, size: Math.round(points * 2) })],
  });
}
