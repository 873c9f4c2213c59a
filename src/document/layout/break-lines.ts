/**
 * Breaks a paragraph into lines. Greedy, as Chinese is set: as much as fits, back to the last
 * place that the rules allow. Only a word that is longer than a line is broken inside.
 */
import type { Char } from './chars.ts';
import {
  isOneMark,
  isUnitSign,
  isWordLetter,
  joinsWord,
  mayNotEnd,
  mayNotStart,
} from './kinsoku.ts';

export interface Measure {
  /** pt from the line's first character to the right edge of its last. */
  readonly width: number;
  /** Indents in pt: of the first line and of the others. */
  readonly first: number;
  readonly rest: number;
  /** Letter-spacing in pt that the text bears of itself. */
  readonly tracking: number;
}

export interface Line {
  /** Characters `start` up to but without `end`; spaces at the end are left out. */
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  /** The last of its paragraph, or before a line feed: not spread. */
  readonly last: boolean;
}

/** How bad a break before a character is: 0 none, 1 inside a word, 2 against the rules. */
export type BreakCost = 0 | 1 | 2;

const SLACK = 0.01;

export function breakLines(chars: readonly Char[], measure: Measure): Line[] {
  const costs = breakCosts(chars);
  const lines: Line[] = [];
  let start = 0;
  do {
    const indent = lines.length === 0 ? measure.first : measure.rest;
    const room = measure.width - indent;
    const next = nextBreak(chars, costs, start, room, measure);
    const feed = chars[next - 1]?.text === '\n';
    let end = feed ? next - 1 : next;
    while (end > start && chars[end - 1]?.text === ' ') end -= 1;
    lines.push({ start, end, indent, last: feed || next >= chars.length });
    start = next;
    while (!feed && chars[start]?.text === ' ') start += 1;
  } while (start < chars.length);
  return lines;
}

/** Index of the character that begins the next line. */
function nextBreak(
  chars: readonly Char[],
  costs: readonly BreakCost[],
  start: number,
  room: number,
  measure: Measure,
): number {
  let width = 0;
  let at = start;
  for (; at < chars.length; at += 1) {
    const char = chars[at];
    if (!char) break;
    if (char.text === '\n') return at + 1;
    width += char.advance + (at > start ? measure.tracking : 0);
    // A space hangs over the edge; whatever comes after it does not.
    if (width > room + SLACK && char.text !== ' ') break;
  }
  if (at >= chars.length) return at;
  return bestBreak(chars, costs, start, Math.max(at, start + 1), measure);
}

function bestBreak(
  chars: readonly Char[],
  costs: readonly BreakCost[],
  start: number,
  furthest: number,
  measure: Measure,
): number {
  const lastOf = (most: BreakCost) => {
    for (let at = furthest; at > start; at -= 1) if ((costs[at] ?? 0) <= most) return at;
    return null;
  };
  const clean = lastOf(0);
  const inWord = lastOf(1);
  if (clean !== null && (inWord === null || inWord <= clean)) return clean;
  if (clean !== null && wordWidth(chars, costs, clean, measure) <= measure.width - measure.rest) {
    return clean;
  }
  return inWord ?? clean ?? furthest;
}

/** Width of what can't be broken but inside, from a clean break on. */
function wordWidth(
  chars: readonly Char[],
  costs: readonly BreakCost[],
  from: number,
  measure: Measure,
): number {
  let width = 0;
  for (let at = from; at < chars.length && (at === from || costs[at] !== 0); at += 1) {
    width += (chars[at]?.advance ?? 0) + measure.tracking;
  }
  return width - measure.tracking;
}

/** For every character, what a break before it costs. */
export function breakCosts(chars: readonly Char[]): BreakCost[] {
  return chars.map((_, at) => {
    if (at === 0) return 2;
    return costBetween(chars, at);
  });
}

function costBetween(chars: readonly Char[], at: number): BreakCost {
  const before = chars[at - 1]?.text ?? '';
  const after = chars[at]?.text ?? '';
  if (before === '\n') return 0;
  if (after === ' ') return 2;
  if (before === ' ') return betweenFigures(chars, at) ? 1 : spaceCost(chars, at);
  if (isOneMark(before, after)) return 2;
  if (isUnitSign(after) && /[0-9]/.test(before)) return 2;
  if (inWord(chars, at)) return 1;
  return mayNotStart(after) || mayNotEnd(before) ? 2 : 0;
}

/** A space doesn't allow what its neighbours forbid. */
function spaceCost(chars: readonly Char[], at: number): BreakCost {
  const after = chars[at]?.text ?? '';
  let last = at - 1;
  while (chars[last]?.text === ' ') last -= 1;
  return mayNotStart(after) || mayNotEnd(chars[last]?.text ?? '') ? 2 : 0;
}

/** 138 0000 0000 is one number. */
function betweenFigures(chars: readonly Char[], at: number): boolean {
  return /[0-9]/.test(chars[at - 2]?.text ?? '') && /[0-9]/.test(chars[at]?.text ?? '');
}

function inWord(chars: readonly Char[], at: number): boolean {
  const before = chars[at - 1]?.text ?? '';
  const after = chars[at]?.text ?? '';
  if (isWordLetter(before) && isWordLetter(after)) return true;
  if (isWordLetter(before) && joinsWord(after)) return isWordLetter(chars[at + 1]?.text ?? '');
  return joinsWord(before) && isWordLetter(after) && isWordLetter(chars[at - 2]?.text ?? '');
}
