/**
 * Where a line of Chinese may not be broken (GB/T 15834-2011, 5.1; clreq, 3.1.6). A mark
 * that may not begin a line takes the character before it to the next line (推出).
 */

/** Close, pause or follow: never the first of a line. */
const NO_START = new Set('，。、；：？！）》」』】〕〉〗｝］”’…—～·％‰℃°′″％,.;:?!)]}>%~-–／/々');

/** Open: never the last of a line. */
const NO_END = new Set('（《「『【〔〈〖｛［“‘([{<￥¥＄$№＃#');

/** Marks that are written as two characters and stay one. */
const PAIRS = new Set('—…');

export function mayNotStart(char: string): boolean {
  return NO_START.has(char);
}

export function mayNotEnd(char: string): boolean {
  return NO_END.has(char);
}

/** `—` after `—`, `…` after `…`. */
export function isOneMark(before: string, after: string): boolean {
  return before === after && PAIRS.has(before);
}

const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}0-9]/u;
const JOINS = new Set("._-/@:,&+#'’=?%~^*\\|");
const UNITS = new Set('%％‰℃℉°㎡㎥㎞㎝㎜㎏²³号');

export function isWordLetter(char: string): boolean {
  return WORD.test(char);
}

/** Between letters of a word or figures of a number: 10:42, 1,000, 0912-12345, a.b@c. */
export function joinsWord(char: string): boolean {
  return JOINS.has(char);
}

/** A unit sign belongs to the figure before it, and so does the 号 of a number. */
export function isUnitSign(char: string): boolean {
  return UNITS.has(char);
}
