/** A text as the characters of a layout: each with its face, size, width and font. */
import type { Face, FaceMetrics } from '../metrics.ts';

export interface Char {
  /** One character with the marks that combine with it. */
  readonly text: string;
  readonly face: Face;
  /** pt. */
  readonly size: number;
  /** pt, without letter-spacing. */
  readonly advance: number;
  readonly font: string | null;
}

export interface Styled {
  readonly text: string;
  readonly face: Face;
}

const COMBINES = /^(?:\p{M}|\u200d|[\ufe00-\ufe0f])$/u;
/** What no paper shows; a line feed stays, as the end of a line. */
const UNSEEN = /^(?:\p{Cc}|\u200b|\u2060|\ufeff)$/u;

export function charsOf(parts: readonly Styled[], size: number, metrics: FaceMetrics): Char[] {
  const chars: Char[] = [];
  for (const { text, face } of parts) {
    for (const letter of text) {
      if (letter !== '\n' && UNSEEN.test(letter)) continue;
      const last = chars[chars.length - 1];
      if (last && last.text !== '\n' && COMBINES.test(letter)) {
        chars[chars.length - 1] = { ...last, text: last.text + letter };
        continue;
      }
      const codePoint = letter.codePointAt(0) ?? 0;
      const end = letter === '\n';
      chars.push({
        text: letter,
        face,
        size,
        advance: end ? 0 : metrics.advance(face, codePoint) * size,
        font: end ? null : metrics.fontOf(face, codePoint),
      });
    }
  }
  return chars;
}

/** pt, with letter-spacing between the characters. */
export function widthOf(chars: readonly Char[], tracking = 0): number {
  const sum = chars.reduce((width, char) => width + char.advance, 0);
  return sum + Math.max(0, chars.length - 1) * tracking;
}
