/**
 * Which lent numbers no device will draw any more: those of a year that is over, of a
 * former 机关代字, and all of them under 统一编号. They are taken back on record.
 */
import { instantOf } from './civil.ts';
import type { NoticeNumber } from './notice-number.ts';

/** 号段领用: tablets draw numbers from what they were lent. 统一编号: the server numbers at sync. */
export const NUMBERINGS = ['segments', 'central'] as const;
export type Numbering = (typeof NUMBERINGS)[number];

export const LAPSES = {
  year: '跨年未用',
  central: '改为统一编号',
  agency: '机关代字已改',
} as const;
export type Lapse = keyof typeof LAPSES;

/** Days after a year's end in which a tablet may still bring what it issued on the last evening. */
export const YEARS_GRACE_DAYS = 3;

/** Why a lent number is not to be drawn any more; null where it still is. */
export function lapseOf(
  lent: Pick<NoticeNumber, 'agency' | 'year'>,
  office: { readonly agency: string; readonly numbering: Numbering },
  now: number,
): Lapse | null {
  const over = instantOf(`${lent.year + 1}-01-0${1 + YEARS_GRACE_DAYS}`, 0);
  if (now >= over) return 'year';
  if (office.numbering === 'central') return 'central';
  return lent.agency === office.agency ? null : 'agency';
}
