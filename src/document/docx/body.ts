/** The letter itself: from the addressee to the date, with the QR beside the signature. */
import { AlignmentType, Paragraph, Table, VerticalAlignTable } from 'docx';
import type { NoticePaper, PaperQr } from '../paper.ts';
import { lettersWide, TEXT_WIDTH, twipsOfMm } from './measures.ts';
import type { Pictures } from './pictures.ts';
import { cell, frame, rowOf } from './tables.ts';
import { bodyParagraph, letters, lines, words } from './words.ts';

/** The date stands four letters in from the right (7.3.5.1). */
const DATE_IN = 4;
/** Room for the seal above signature and date. */
const SEAL_LINES = 3;
const QR_COLUMN = twipsOfMm(36);

export function bodyParts(paper: NoticePaper, pictures: Pictures): (Paragraph | Table)[] {
  if (paper.body.length === 0) return [];
  const last = paper.body.length - 1;
  return [
    ...paper.body.map((paragraph, at) => bodyParagraph(paragraph, at === last)),
    ...paper.enclosures.map((name, at) => enclosure(paper.enclosures.length, name, at)),
    ...signatureParts(paper, pictures),
  ];
}

/** `附件：1.问题清单`; the names stand below one another, also where one takes two lines. */
function enclosure(count: number, name: string, at: number): Paragraph {
  const first = at === 0;
  const number = count === 1 ? '' : `${at + 1}.`;
  const lead = lettersWide(number);
  return words('Enclosure', `${first ? '附件：' : ''}${number}${name}`, {
    indent: { left: letters(5 + lead), hanging: letters(lead + (first ? 3 : 0)) },
    spacing: { before: first ? lines(1) : 0 },
  });
}

function signatureParts(paper: NoticePaper, pictures: Pictures): (Paragraph | Table)[] {
  const signed = [
    words('Signature', paper.signature, {
      indent: { right: letters(signatureIn(paper)) },
      spacing: { before: lines(SEAL_LINES) },
    }),
    words('Date', paper.date, { indent: { right: letters(DATE_IN) } }),
  ];
  return paper.qr === null ? signed : [besideQr(paper.qr, signed, pictures)];
}

/** Centred over the date; a name that is longer than its room stands at the edge. */
function signatureIn(paper: NoticePaper): number {
  return Math.max(0, DATE_IN + (lettersWide(paper.date) - lettersWide(paper.signature)) / 2);
}

/** A row that is never torn: wherever the signature goes, the QR goes with it. */
function besideQr(qr: PaperQr, signed: readonly Paragraph[], pictures: Pictures): Table {
  const code = [
    new Paragraph({ style: 'Photo', alignment: AlignmentType.CENTER, children: [pictures.qr(qr)] }),
    words('QrCaption', qr.caption, { spacing: { before: 60 } }),
  ];
  const widths = [QR_COLUMN, TEXT_WIDTH - QR_COLUMN];
  const bare = { top: 0, bottom: 0, left: 0, right: 0 };
  const cells = [
    cell(code, widths[0], { verticalAlign: VerticalAlignTable.BOTTOM }),
    cell(signed, widths[1]),
  ];
  return new Table({ ...frame(widths, false), margins: bare, rows: [rowOf(cells, 0)] });
}
