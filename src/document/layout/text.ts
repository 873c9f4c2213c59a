/** Short texts set on their own: headings, titles, captions, cells. */
import type { Face, FaceMetrics } from '../metrics.ts';
import type { Ink, TextLine } from '../sheet.ts';
import { breakLines, type Line } from './break-lines.ts';
import { type Char, charsOf, widthOf } from './chars.ts';
import { baselineIn } from './geometry.ts';
import { type Place, setLine } from './set-line.ts';

export interface Setting {
  readonly x: number;
  readonly width: number;
  readonly align: Place['align'];
  /** Height of a line. */
  readonly pitch: number;
  readonly ink?: Ink;
}

export interface BrokenText {
  readonly chars: readonly Char[];
  readonly lines: readonly Line[];
}

export function breakText(
  text: string,
  style: { readonly face: Face; readonly size: number },
  width: number,
  metrics: FaceMetrics,
): BrokenText {
  const chars = charsOf([{ text, face: style.face }], style.size, metrics);
  return { chars, lines: breakLines(chars, { width, first: 0, rest: 0, tracking: 0 }) };
}

/** As many lines as must be, and all about as long: a title is a trapeze or a lozenge, not a stub. */
export function balance(
  text: string,
  style: { readonly face: Face; readonly size: number },
  width: number,
  metrics: FaceMetrics,
): BrokenText {
  const full = breakText(text, style, width, metrics);
  if (full.lines.length < 2) return full;
  let best = full;
  const least = widthOf(full.chars) / full.lines.length;
  for (let narrow = width - style.size / 2; narrow >= least; narrow -= style.size / 2) {
    const tried = breakText(text, style, narrow, metrics);
    if (tried.lines.length > full.lines.length) break;
    best = tried;
  }
  return best;
}

/** The lines of a broken text, the first in the line that begins at `top`. */
export function setText(text: BrokenText, top: number, setting: Setting): TextLine[] {
  const size = text.chars[0]?.size ?? 0;
  return text.lines.map((line, at) =>
    setLine(text.chars, line, {
      x: setting.x,
      width: setting.width,
      baseline: baselineIn(top + at * setting.pitch, setting.pitch, size),
      tracking: 0,
      align: setting.align,
      ...(setting.ink ? { ink: setting.ink } : {}),
    }),
  );
}
