/** Each kind of piece of a sheet, drawn and tagged. */
import type { Ink, Piece, RulePiece, StrokesPiece, TablePiece, TextLine } from '../sheet.ts';
import type { DeflatedDocument } from './deflated.ts';
import { drawPicture } from './draw-picture.ts';
import { drawRun } from './draw-run.ts';

type Parent = PDFKit.PDFStructureElement;

/** The red of the office's papers and black, as the screen has them. */
export const INKS: Record<Ink, string> = { black: '#000000', red: '#c00a10' };

const TAGS = {
  heading: 'P',
  number: 'P',
  title: 'H1',
  paragraph: 'P',
  caption: 'Caption',
  mark: 'P',
} as const;

export function drawPiece(
  doc: DeflatedDocument,
  parent: Parent,
  piece: Piece,
  photos: ReadonlyMap<string, Uint8Array>,
): void {
  switch (piece.kind) {
    case 'text':
      if (piece.role === 'page-number') asArtifact(doc, () => drawLines(doc, piece.lines));
      else tagged(doc, parent, TAGS[piece.role], () => drawLines(doc, piece.lines));
      return;
    case 'rule':
      asArtifact(doc, () => drawRules(doc, [piece]));
      return;
    case 'picture':
      figure(doc, parent, piece.alt, () => drawPicture(doc, piece, photos.get(piece.sha256)));
      return;
    case 'qr':
      figure(doc, parent, piece.alt, () => {
        for (const [x, y, width, height] of piece.dark) doc.rect(x, y, width, height);
        doc.fill(INKS.black);
      });
      return;
    case 'strokes':
      figure(doc, parent, piece.alt, () => drawStrokes(doc, piece));
      return;
    case 'table':
      drawTable(doc, parent, piece);
  }
}

function drawTable(doc: DeflatedDocument, parent: Parent, table: TablePiece): void {
  asArtifact(doc, () => drawRules(doc, table.rules));
  const element = doc.struct('Table');
  parent.add(element);
  for (const row of table.rows) {
    const line = doc.struct('TR');
    element.add(line);
    for (const cell of row.cells) {
      tagged(doc, line, row.header ? 'TH' : 'TD', () => {
        drawLines(doc, cell.lines);
        if (cell.strokes) drawStrokes(doc, cell.strokes);
      });
    }
    line.end();
  }
  element.end();
}

function drawLines(doc: DeflatedDocument, lines: readonly TextLine[]): void {
  for (const line of lines) for (const run of line) drawRun(doc, run, INKS[run.ink]);
}

function drawRules(doc: DeflatedDocument, rules: readonly RulePiece[]): void {
  for (const rule of rules) {
    doc.rect(rule.x, rule.y, rule.width, rule.height).fill(INKS[rule.ink]);
  }
}

function drawStrokes(doc: DeflatedDocument, piece: StrokesPiece): void {
  doc.lineWidth(piece.lineWidth).lineCap('round').lineJoin('round').strokeColor(INKS.black);
  for (const stroke of piece.strokes) {
    for (let at = 0; at + 1 < stroke.length; at += 2) {
      const x = stroke[at] ?? 0;
      const y = stroke[at + 1] ?? 0;
      if (at === 0) doc.moveTo(x, y);
      // A dot is a line of no length with a round end.
      if (at > 0 || stroke.length === 2) doc.lineTo(x, y);
    }
    doc.stroke();
  }
}

function tagged(doc: DeflatedDocument, parent: Parent, tag: string, draw: () => void): void {
  const element = doc.struct(tag, {}, [draw]);
  parent.add(element);
  element.end();
}

function figure(doc: DeflatedDocument, parent: Parent, alt: string, draw: () => void): void {
  const element = doc.struct('Figure', { alt }, [draw]);
  parent.add(element);
  element.end();
}

/** What a reader needn't be told: rules and page numbers. */
function asArtifact(doc: DeflatedDocument, draw: () => void): void {
  doc.markContent('Artifact');
  draw();
  doc.endMarkedContent();
}
