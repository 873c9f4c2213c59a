/**
 * What laying out needs to know of a font without its bytes: which characters it has
 * and how wide each is. A whole Chinese font takes some 8 KB so, as plain JSON.
 */

export interface FontMetrics {
  /** Units that make one em; all measures here are in them. */
  readonly unitsPerEm: number;
  /** Above the baseline. */
  readonly ascent: number;
  /** Below the baseline, so mostly negative. */
  readonly descent: number;
  /** The advance of every character that `widths` does not name. */
  readonly usual: number;
  /**
   * By block of 256 characters (code point >> 8, in hex): 64 hex digits, one bit a
   * character, the lowest code first in the highest bit; `*` where all are there.
   */
  readonly covers: Readonly<Record<string, string>>;
  /** Runs of neighbouring characters of another advance: `[first code point, advance, …]`. */
  readonly widths: readonly (readonly number[])[];
}

/** A font as laying out reads it. Advances are in em. */
export interface MeasuredFont {
  has(codePoint: number): boolean;
  advance(codePoint: number): number;
}

const BLOCK = 256;
const WHOLE_BLOCK = '*';

/** @param advances code point and advance in units, each code point once */
export function packMetrics(
  advances: readonly (readonly [codePoint: number, advance: number])[],
  font: Pick<FontMetrics, 'unitsPerEm' | 'ascent' | 'descent'>,
): FontMetrics {
  const sorted = [...advances].sort(([a], [b]) => a - b);
  const usual = commonest(sorted.map(([, advance]) => advance)) ?? font.unitsPerEm;
  return { ...font, usual, covers: coverOf(sorted.map(([code]) => code)), widths: runs() };

  function runs(): number[][] {
    const found: number[][] = [];
    for (const [code, advance] of sorted) {
      if (advance === usual) continue;
      const last = found.at(-1);
      const next = last?.[0] === undefined ? -1 : last[0] + last.length - 1;
      if (last && next === code) last.push(advance);
      else found.push([code, advance]);
    }
    return found;
  }
}

export function readMetrics(metrics: FontMetrics): MeasuredFont {
  const { unitsPerEm, usual } = metrics;
  const covers = new Map(Object.entries(metrics.covers));
  const other = new Map<number, number>();
  for (const [first = 0, ...advances] of metrics.widths) {
    for (const [nth, advance] of advances.entries()) other.set(first + nth, advance);
  }
  return {
    has: (code) => isCovered(covers.get(blockOf(code)), code % BLOCK),
    advance: (code) => (other.get(code) ?? usual) / unitsPerEm,
  };
}

/** How many characters the font has. */
export function countCovered(metrics: Pick<FontMetrics, 'covers'>): number {
  let count = 0;
  for (const block of Object.values(metrics.covers)) {
    if (block === WHOLE_BLOCK) count += BLOCK;
    else for (const digit of block) count += ONES[Number.parseInt(digit, 16)] ?? 0;
  }
  return count;
}

/** How many bits are set in each hex digit. */
const ONES = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4];

function blockOf(code: number): string {
  return (code >> 8).toString(16);
}

function isCovered(block: string | undefined, place: number): boolean {
  if (block === undefined || block === WHOLE_BLOCK) return block !== undefined;
  const digit = Number.parseInt(block.charAt(place >> 2), 16);
  return (digit & (8 >> (place & 3))) !== 0;
}

function coverOf(codes: readonly number[]): Record<string, string> {
  const blocks = new Map<string, number[]>();
  for (const code of codes) {
    const block = blockOf(code);
    const digits = blocks.get(block) ?? Array.from({ length: BLOCK / 4 }, () => 0);
    const place = code % BLOCK;
    digits[place >> 2] = (digits[place >> 2] ?? 0) | (8 >> (place & 3));
    blocks.set(block, digits);
  }
  return Object.fromEntries(
    [...blocks].map(([block, digits]) => {
      const whole = digits.every((digit) => digit === 15);
      return [block, whole ? WHOLE_BLOCK : digits.map((digit) => digit.toString(16)).join('')];
    }),
  );
}

function commonest(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: number | undefined;
  for (const [value, count] of counts) {
    if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
  }
  return best;
}
