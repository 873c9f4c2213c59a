/**
 * 发文机关标志, 发文字号, the red rules and the title, as large and as broken as the layout
 * has them: GB/T 9704-2012, 7.2 for 文件格式; 10.1 for 信函格式, where heading and rules hang
 * on the first page's head and foot.
 */
import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TextRun } from 'docx';
import { BLOCK, BODY, GAP, LINE, mm, TITLE_PITCH } from '../layout/geometry.ts';
import { headOf } from '../layout/heading.ts';
import { firstLine } from '../layout/main-pages.ts';
import { SYSTEM_METRICS } from '../metrics.ts';
import type { NoticePaper } from '../paper.ts';
import type { TextLine, TextRole } from '../sheet.ts';
import { LINE_TWIPS, MARGIN, PAGE, twipsOfMm } from './measures.ts';
import { RED } from './styles.ts';
import { brokenWords, words } from './words.ts';

/** From the upper edge of the text block to the heading's, and from the page's in a letter. */
const HEADING_TOP = mm(35);
const RULE = mm(4);
const RULE_THICK = 1.375;
/** In 1/8 pt: 0.8 mm and 0.3 mm, with 0.5 mm between them, which is in twips. */
const THICK = 18;
const THIN = 7;
const BETWEEN = 28;
const DOUBLE_THICK = (THICK + THIN) / 8 + BETWEEN / 20;
const LETTER_RULE_MM = 170;
/** What a line of the heading is higher than its letters. */
const LEADING = 1.25;
/** The body begins a little early rather than late: a line too low goes to the next page. */
const SLACK = 2;

/** The head of a page in 文件格式, down to the title. */
export function documentHead(paper: NoticePaper): Paragraph[] {
  const head = readHead(paper);
  const beneath = 2 * LINE - head.overhang - NUMBER_OVERHANG;
  const rule = {
    style: BorderStyle.SINGLE,
    color: RED,
    size: RULE_THICK * 8,
    space: Math.round(RULE - (paper.number === '' ? 0 : NUMBER_OVERHANG)),
  };
  const used = HEADING_TOP + head.height + rule.space + RULE_THICK;
  // An empty paragraph bears the rule where a paper has no number.
  const number =
    paper.number === ''
      ? [new Paragraph({ style: 'Gap', border: { bottom: rule } })]
      : [
          words('Number', paper.number, {
            spacing: twips({ before: beneath }),
            border: { bottom: rule },
          }),
        ];
  const numberHeight = paper.number === '' ? 1 : beneath + LINE_TWIPS / 20;
  return [
    headingParagraph(head, HEADING_TOP - head.overhang),
    ...number,
    titleParagraph(head, 2 * LINE - RULE_THICK, used - head.overhang + numberHeight),
  ];
}

/** What stands in the text block of a letter's first page above its addressee. */
export function letterHead(paper: NoticePaper): Paragraph[] {
  const head = readHead(paper);
  const begin = mm(30) + head.height - 2 * head.overhang + RULE + DOUBLE_THICK - BLOCK.top;
  if (paper.number === '') return [titleParagraph(head, 2 * LINE, begin)];
  const before = GAP - NUMBER_OVERHANG;
  const form = { alignment: AlignmentType.RIGHT, spacing: twips({ before }) };
  const used = begin + before + LINE_TWIPS / 20;
  return [
    words('Number', paper.number, form),
    titleParagraph(head, 2 * LINE - NUMBER_OVERHANG, used),
  ];
}

/** A letter's heading, `top` pt under the header's upper edge, and its rule, thick above thin. */
export function letterHeading(paper: NoticePaper, top: number): Paragraph[] {
  const head = readHead(paper);
  return [
    headingParagraph(head, top - head.overhang, RULE - head.overhang),
    doubleRule(THICK, THIN),
  ];
}

/** The rule at the foot of a letter's first page, thin above thick. */
export function letterFootRule(): Paragraph {
  return doubleRule(THIN, THICK);
}

/**
 * 170 mm in the middle of the page is wider than the text block. Two single borders: of a
 * border that is double by itself, programs disagree which side is the thick one.
 */
function doubleRule(above: number, below: number): Paragraph {
  const side = (PAGE.width - twipsOfMm(LETTER_RULE_MM)) / 2;
  const rule = (size: number) => ({ style: BorderStyle.SINGLE, color: RED, size, space: 0 });
  return new Paragraph({
    style: 'Gap',
    border: { top: rule(above), bottom: rule(below) },
    spacing: { line: BETWEEN, lineRule: LineRuleType.EXACT },
    indent: { left: Math.round(side - MARGIN.left), right: Math.round(side - MARGIN.right) },
  });
}

/** What a line of the body's pitch is higher than the number's letters, above and below. */
const NUMBER_OVERHANG = (LINE_TWIPS / 20 - BODY) / 2;

interface Head {
  readonly heading: readonly TextLine[];
  readonly title: readonly string[];
  readonly size: number;
  /** The heading's lines altogether, in pt; its letters stand `overhang` within. */
  readonly height: number;
  readonly overhang: number;
  /** The line of the grid on which the body begins. */
  readonly bodyLine: number;
}

function readHead(paper: NoticePaper): Head {
  const head = headOf(paper, SYSTEM_METRICS);
  const linesOf = (role: TextRole) =>
    head.pieces.flatMap((piece) =>
      piece.kind === 'text' && piece.role === role ? piece.lines : [],
    );
  const heading = linesOf('heading');
  const size = heading[0]?.[0]?.size ?? 0;
  return {
    heading,
    title: linesOf('title').map(textOf),
    size,
    height: heading.length * size * LEADING,
    overhang: (size * (LEADING - 1)) / 2,
    bodyLine: firstLine(head.bottom),
  };
}

function textOf(line: TextLine): string {
  return line.map((run) => run.text).join('');
}

/** Spread as the layout spreads it; nothing after the last letter, or it stands off the middle. */
function headingParagraph(head: Head, before: number, after = 0): Paragraph {
  const children = head.heading.flatMap((line, at) => {
    const letters = Array.from(textOf(line));
    const form = { size: Math.round(head.size * 2) };
    const spread = Math.round((line[0]?.letterSpacing ?? 0) * 20);
    return [
      new TextRun({
        ...form,
        text: letters.slice(0, -1).join(''),
        characterSpacing: spread,
        break: at === 0 ? 0 : 1,
      }),
      new TextRun({ ...form, text: letters.slice(-1).join('') }),
    ];
  });
  return new Paragraph({
    style: 'Heading',
    spacing: {
      ...twips({ before, after }),
      line: Math.round(head.size * LEADING * 20),
      lineRule: LineRuleType.EXACT,
    },
    children,
  });
}

/** Room below it, so that the body begins on its line of the grid; `used` pt are above `before`. */
function titleParagraph(head: Head, before: number, used: number): Paragraph {
  const bottom = used + before + head.title.length * TITLE_PITCH;
  const after = head.bodyLine * LINE - bottom - SLACK;
  return brokenWords('Title', head.title, { spacing: twips({ before, after }) });
}

function twips(points: { readonly before?: number; readonly after?: number }) {
  const of = (value = 0) => Math.max(0, Math.round(value * 20));
  return { before: of(points.before), after: of(points.after) };
}
