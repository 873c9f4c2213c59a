import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines, type Line } from '../../src/document/layout/break-lines.ts';
import { type Char, charsOf, widthOf } from '../../src/document/layout/chars.ts';
import { MEASURE, PITCH, TRACKING } from '../../src/document/layout/geometry.ts';
import { setLine } from '../../src/document/layout/set-line.ts';
import { SYSTEM_METRICS } from '../../src/document/metrics.ts';

const NO_START = '，。、；：？！）》」』】〕〉”’…—％%℃·';
const NO_END = '（《「『【〔〈“‘';
const BODY = { width: MEASURE, first: 2 * PITCH, rest: 0, tracking: TRACKING };

const chars = (text: string) => charsOf([{ text, face: 'fangsong' }], 16, SYSTEM_METRICS);
const said = (all: readonly Char[], line: Line) =>
  all
    .slice(line.start, line.end)
    .map((char) => char.text)
    .join('');

function broken(text: string, measure = BODY): string[] {
  const all = chars(text);
  return breakLines(all, measure).map((line) => said(all, line));
}

const RANDOM = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...'红山路金榆小区楼道飞线充电𬭎坬') },
      { weight: 2, arbitrary: fc.constantFrom('，', '。', '、', '：', '）', '》', '”', '％', '·') },
      { weight: 1, arbitrary: fc.constantFrom('（', '《', '“', '〔') },
      { weight: 1, arbitrary: fc.constantFrom('——', '……', '2026', '95.5%', '0912-0000000', ' ') },
    ),
    { maxLength: 200, size: 'max' },
  )
  .map((parts) => parts.join(''));

describe('a paragraph broken into lines', () => {
  test('loses no character and moves none, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), RANDOM, (any, chinese) => {
        for (const text of [any.replaceAll('\n', ''), chinese]) {
          const whole = chars(text)
            .map((char) => char.text)
            .join('');
          expect(broken(text).join('').replaceAll(' ', '')).toBe(whole.replaceAll(' ', ''));
        }
      }),
    );
  });

  test('no line is wider than the block', () => {
    fc.assert(
      fc.property(RANDOM, (text) => {
        const all = chars(text);
        for (const line of breakLines(all, BODY)) {
          const width = widthOf(all.slice(line.start, line.end), TRACKING) + line.indent;
          expect(width).toBeLessThanOrEqual(MEASURE + 0.01);
        }
      }),
    );
  });

  test('no line begins with a mark that closes, none ends with one that opens', () => {
    fc.assert(
      fc.property(RANDOM, (text) => {
        // Marks without a character between them, longer than a line, leave no choice.
        fc.pre(!/[^\p{Script=Han}]{24}/u.test(text));
        const lines = broken(text).filter((line) => line !== '');
        for (const line of lines.slice(1)) expect(NO_START).not.toContain(line[0]);
        for (const line of lines.slice(0, -1)) expect(NO_END).not.toContain(line.at(-1));
      }),
      { numRuns: 400 },
    );
  });

  test('28 characters fill a line, and the 29th begins the next', () => {
    expect(broken('国'.repeat(57), { ...BODY, first: 0 }).map((line) => line.length)).toEqual([
      28, 28, 1,
    ]);
    expect(broken('国'.repeat(54)).map((line) => line.length)).toEqual([26, 28]);
  });

  test('a stop that would begin a line takes the character before it along', () => {
    const lines = broken(`${'国'.repeat(28)}。`, { ...BODY, first: 0 });
    expect(lines).toEqual(['国'.repeat(27), '国。']);
  });

  test.each([
    '——',
    '……',
    '95.5%',
    '26℃',
    '0912-0000000',
    '138 0000 0000',
    '1,000',
    '10:42',
    '142号',
  ])('%s is never parted', (word) => {
    for (let before = 20; before <= 30; before += 1) {
      const lines = broken(`${'国'.repeat(before)}${word}${'国'.repeat(5)}`);
      expect(lines.filter((line) => line.includes(word))).toHaveLength(1);
    }
  });

  test('a word that is longer than a line is parted, and uses up the line that it begins in', () => {
    const lines = broken(`国国${'a'.repeat(120)}国`);
    expect(lines[0]?.length).toBeGreaterThan(40);
    expect(lines.join('')).toBe(`国国${'a'.repeat(120)}国`);
  });

  test('a line feed ends a line, and nothing is one empty line', () => {
    expect(broken('甲\n乙')).toEqual(['甲', '乙']);
    expect(broken('')).toEqual(['']);
  });
});

describe('a line that is set', () => {
  const place = { x: 0, baseline: 0, width: MEASURE, tracking: TRACKING, align: 'spread' } as const;
  const setAll = (text: string) => {
    const all = chars(text);
    return breakLines(all, BODY).map((line) => setLine(all, line, place));
  };

  test('ends at the right edge, but for the last', () => {
    fc.assert(
      fc.property(RANDOM, (text) => {
        const lines = setAll(text);
        for (const [nth, line] of lines.entries()) {
          const last = line.at(-1);
          if (!last) continue;
          if (nth < lines.length - 1) expect(last.x + last.width).toBeCloseTo(MEASURE, 1);
          else expect(last.x + last.width).toBeLessThanOrEqual(MEASURE + 0.01);
        }
      }),
    );
  });

  test('keeps the gaps inside a number as they are', () => {
    const [line] = setAll(`${'国'.repeat(22)}2026年${'国'.repeat(20)}`);
    const lefts = (line ?? []).flatMap((run) =>
      Array.from(run.text, (char, nth) => ({
        char,
        // Figures are half as wide as characters.
        left:
          run.x +
          Array.from(run.text)
            .slice(0, nth)
            .reduce((x, each) => x + (/\d/.test(each) ? 8 : 16) + run.letterSpacing, 0),
      })),
    );
    const figures = lefts.filter(({ char }) => /\d/.test(char)).map(({ left }) => left);
    expect(figures).toHaveLength(4);
    for (const [nth, left] of figures.slice(1).entries()) {
      expect(left - (figures[nth] ?? 0)).toBeCloseTo(8 + TRACKING, 5);
    }
  });

  test('28 characters stand on the grid of the page', () => {
    const [, line] = setAll('国'.repeat(26 + 28 + 1));
    expect(line).toHaveLength(1);
    expect(line?.[0]?.letterSpacing).toBeCloseTo(TRACKING, 5);
    expect(line?.[0]?.width).toBeCloseTo(MEASURE, 5);
  });
});
