import { type NoticeNumber, NUMBER_PENDING, sayNumber } from '../domain/notice-number.ts';

const MOST_LETTERS = 120;
const REFUSED = /[\p{Cc}\\/:*?"<>|]/gu;

/** Without what some file systems refuse in a name. */
export function withoutRefused(name: string): string {
  return name.replaceAll(REFUSED, '');
}

/** `榆文明督〔2026〕142号 榆阳区`, without what some file systems refuse; no ending. */
export function paperFileName(number: NoticeNumber | null, ...about: readonly string[]): string {
  const said = number ? sayNumber(number) : NUMBER_PENDING;
  const name = withoutRefused([said, ...about].join(' '));
  return Array.from(name).slice(0, MOST_LETTERS).join('').trim();
}
