/** Paragraphs of a paper by their styles; the words come from the description alone. */
import { type IParagraphOptions, Paragraph, TextRun } from 'docx';
import type { Paragraph as PaperParagraph } from '../paper.ts';
import { LETTER_TWIPS, LINE_TWIPS } from './measures.ts';

type Form = Omit<IParagraphOptions, 'children' | 'text' | 'style'>;

const STYLES = {
  addressee: 'Addressee',
  level1: 'Level1',
  level2: 'Level2',
  text: 'Text',
} as const;

export function words(style: string, text: string, form: Form = {}): Paragraph {
  return new Paragraph({ ...form, style, children: [new TextRun({ text })] });
}

/** Lines that are broken where the meaning allows stay one paragraph. */
export function brokenWords(style: string, lines: readonly string[], form: Form = {}): Paragraph {
  const children = lines.map((text, at) => new TextRun({ text, break: at === 0 ? 0 : 1 }));
  return new Paragraph({ ...form, style, children });
}

/** `keepNext` holds the paragraph on the page of what follows. */
export function bodyParagraph(paragraph: PaperParagraph, keepNext: boolean): Paragraph {
  // A point's name heads the list of its problems.
  const heads = paragraph.level === 'level2' && paragraph.runs.every((run) => run.strong);
  const strong = paragraph.level === 'level2' ? 'Lead' : 'Strong';
  return new Paragraph({
    style: STYLES[paragraph.level],
    ...(keepNext || heads ? { keepNext: true } : {}),
    children: paragraph.runs.map(
      (run) => new TextRun(run.strong ? { text: run.text, style: strong } : { text: run.text }),
    ),
  });
}

/** A paragraph of no height: what Word wants between two tables and after the last. */
export function gap(form: Form = {}): Paragraph {
  return new Paragraph({ ...form, style: 'Gap' });
}

export const lines = (count: number): number => Math.round(count * LINE_TWIPS);
export const letters = (count: number): number => Math.round(count * LETTER_TWIPS);
