/** Chinese numerals for the headings of a paper: 一, 十, 二十一. */

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** For 1–999, as headings need; beyond that the figures themselves. */
export function chineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 999) return String(n);
  const hundreds = Math.floor(n / 100);
  const tens = Math.floor((n % 100) / 10);
  const ones = n % 10;
  const rest = DIGITS[ones] ?? '';
  const tensWord = tens === 0 ? '' : `${tens === 1 && hundreds === 0 ? '' : DIGITS[tens]}十`;
  if (hundreds === 0) return tensWord + rest;
  const gap = tens === 0 && ones > 0 ? '零' : '';
  return `${DIGITS[hundreds]}百${gap}${tensWord}${rest}`;
}
