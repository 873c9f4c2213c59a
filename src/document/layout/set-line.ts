/** Gives the characters of a line their places: flush left, centred, flush right, or spread. */
import type { Ink, TextLine, TextRun } from '../sheet.ts';
import type { Line } from './break-lines.ts';
import { breakCosts } from './break-lines.ts';
import { type Char, widthOf } from './chars.ts';

export interface Place {
  /** Left edge, before the line's indent. */
  readonly x: number;
  readonly baseline: number;
  /** From `x` to the right edge of the last character of a full line. */
  readonly width: number;
  readonly tracking: number;
  readonly align: 'left' | 'center' | 'right' | 'spread';
  readonly ink?: Ink;
}

export function setLine(chars: readonly Char[], line: Line, place: Place): TextLine {
  const own = chars.slice(line.start, line.end);
  const room = place.width - line.indent;
  const spare = room - widthOf(own, place.tracking);
  const spread = place.align === 'spread' && !line.last;
  const gaps = spread ? spreadGaps(own, place.tracking, spare) : own.map(() => place.tracking);
  const shift = place.align === 'center' ? spare / 2 : place.align === 'right' ? spare : 0;
  return runsOf(own, gaps, place.x + line.indent + shift, place);
}

/** The gap after each character. Words and figures keep together; all other gaps grow alike. */
function spreadGaps(chars: readonly Char[], tracking: number, spare: number): number[] {
  const costs = breakCosts(chars);
  const open = chars.map((_, at) => at < chars.length - 1 && costs[at + 1] !== 1);
  const count = open.filter((each) => each).length;
  // A lone word has no gap but those inside it.
  if (count === 0) return chars.map(() => tracking + spare / Math.max(1, chars.length - 1));
  return open.map((each) => tracking + (each ? spare / count : 0));
}

function runsOf(
  chars: readonly Char[],
  gaps: readonly number[],
  left: number,
  place: Place,
): TextRun[] {
  const runs: TextRun[] = [];
  let x = left;
  let begin = 0;
  for (let at = 0; at < chars.length; at += 1) {
    const char = chars[at];
    const next = chars[at + 1];
    if (!char) break;
    if (next && goesOn(char, next) && (at === begin || gaps[at] === gaps[begin])) continue;
    const own = chars.slice(begin, at + 1);
    const spacing = own.length > 1 ? (gaps[begin] ?? 0) : place.tracking;
    const width = widthOf(own, spacing);
    runs.push({
      x,
      y: place.baseline,
      size: char.size,
      face: char.face,
      text: own.map((each) => each.text).join(''),
      letterSpacing: spacing,
      width,
      ink: place.ink ?? 'black',
      font: char.font,
    });
    x += width + (gaps[at] ?? 0);
    begin = at + 1;
  }
  return runs;
}

function goesOn(char: Char, next: Char): boolean {
  return char.face === next.face && char.font === next.font && char.size === next.size;
}
