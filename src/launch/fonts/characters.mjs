/**
 * Which characters the fonts in the box have: GB 2312-80, the 通用规范汉字表, and
 * whatever else stands in the program's own words and data. The order is that of
 * Unicode, so that the same checkout makes the same bytes on every machine.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TextDecoder } from 'node:util';
import { ROOT } from '../place.mjs';

/** Where words stand that come onto a paper. Screens have none: a new word there must not make new fonts. */
const WORDS = ['src/document', 'src/domain', 'src/protocol', 'src/server/sample'];
const TEXT = /\.(tsx?|tsv|json|txt)$/;

/** Names of places in northern Shaanxi, marks of forms, and signs that GB 2312 lacks. */
const BESIDES = '坬墕崄堃𬭎①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㎡℃‰□√✓·—…～〔〕“”‘’€²³';

/** In full: ASCII, Latin-1, general punctuation, ①–⑳, CJK and full-width marks. @type {[number, number][]} */
const BLOCKS = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x2460, 0x2473],
  [0x3000, 0x303f],
  [0x3200, 0x32ff],
  [0xff01, 0xff5e],
  [0xffe0, 0xffe6],
];

/** @returns {Promise<string>} each character once, in the order of Unicode */
export async function charactersOfBox() {
  const all = new Set([...blocks(), ...gb2312(), ...(await tongyongGuifan()), ...BESIDES]);
  for (const folder of WORDS) {
    for (const char of await wordsUnder(folder)) all.add(char);
  }
  return [...all].filter(isPrinted).sort(byCodePoint).join('');
}

/** The 8105 characters in the order of the list. */
export async function tongyongGuifan() {
  const text = await readFile(new URL('tongyong-guifan.txt', import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => !line.startsWith('#'));
  return [...lines.join('')];
}

/**
 * Cells of GB 2312-80 by row (区), first and last: rows 1–9 are signs, 16–55 and 56–87 hanzi.
 * What later standards put in between is decoded differently from one Node to the next.
 * @type {[row: number, first: number, last: number][]}
 */
const CELLS = [
  [1, 1, 94],
  [2, 17, 66],
  [2, 69, 78],
  [2, 81, 92],
  [3, 1, 94],
  [4, 1, 83],
  [5, 1, 86],
  [6, 1, 24],
  [6, 33, 56],
  [7, 1, 33],
  [7, 49, 81],
  [8, 1, 26],
  [8, 37, 73],
  [9, 4, 79],
];
for (let row = 16; row <= 87; row += 1) CELLS.push([row, 1, row === 55 ? 89 : 94]);

/** The 7445 characters of GB 2312-80 in its own order. */
export function gb2312() {
  const decoder = new TextDecoder('gb2312', { fatal: true });
  return CELLS.flatMap(([row, first, last]) =>
    Array.from({ length: last - first + 1 }, (_, nth) =>
      decoder.decode(Uint8Array.of(0xa0 + row, 0xa0 + first + nth)),
    ),
  );
}

function blocks() {
  return BLOCKS.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, nth) => String.fromCodePoint(first + nth)),
  );
}

/** @param {string} folder */
async function wordsUnder(folder) {
  const names = await readdir(join(ROOT, folder), { recursive: true });
  const files = names.filter((name) => TEXT.test(name)).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(ROOT, folder, name), 'utf8')));
  return new Set(texts.join(''));
}

/** Neither a control character nor of a private use area. @param {string} char */
function isPrinted(char) {
  return !/[\p{Cc}\p{Co}\p{Cs}]/u.test(char);
}

/**
 * @param {string} a
 * @param {string} b
 */
function byCodePoint(a, b) {
  return (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0);
}
