import type { TextRun } from '../sheet.ts';
import type { DeflatedDocument } from './deflated.ts';

/**
 * A run exactly as wide as it was laid out: whatever a font's kerning changes is given back to
 * the gaps, so that no line grows.
 */
export function drawRun(doc: DeflatedDocument, run: TextRun, colour: string): void {
  if (run.font === null) {
    drawUnknown(doc, run, colour);
    return;
  }
  doc.font(run.font).fontSize(run.size).fillColor(colour);
  const gaps = Array.from(run.text).length - 1;
  const natural = doc.widthOfString(run.text);
  const characterSpacing = gaps > 0 ? (run.width - natural) / gaps : 0;
  doc.text(run.text, run.x, run.y, { lineBreak: false, baseline: 'alphabetic', characterSpacing });
}

/** A character that no font has: an empty square where it stands, and itself to whoever copies it. */
function drawUnknown(doc: DeflatedDocument, run: TextRun, colour: string): void {
  if (doc.squares === null) return;
  const chars = Array.from(run.text);
  const step = run.width / chars.length;
  doc.font(doc.squares).fontSize(run.size).fillColor(colour);
  doc.markContent('Span', { actual: run.text });
  chars.forEach((_, at) => {
    doc.text('□', run.x + at * step, run.y, { lineBreak: false, baseline: 'alphabetic' });
  });
  doc.endMarkedContent();
}
