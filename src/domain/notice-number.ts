/**
 * 发文字号 by GB/T 9704-2012, 7.2.5: agency code, year in hexagonal brackets,
 * running number without leading zeros and without 第, then 号.
 */

export interface NoticeNumber {
  readonly agency: string;
  readonly year: number;
  /** Running number within one agency code and year, from 1. */
  readonly seq: number;
}

/** What became of a number that has left its series: 在租, 已用, 作废, 收回. None goes back. */
export const NUMBER_STATES = ['leased', 'used', 'voided', 'recalled'] as const;
export type NumberState = (typeof NUMBER_STATES)[number];

/** `榆文明督〔2023〕142号`. */
export function sayNumber(number: NoticeNumber): string {
  return `${number.agency}〔${number.year}〕${number.seq}号`;
}

export const NUMBER_PENDING = '编号待定';

/** As a notice is called: by its number, or 编号待定. */
export function sayNoticeName(number: NoticeNumber | null): string {
  return number ? sayNumber(number) : NUMBER_PENDING;
}

const BRACKETS = '[〔\\[【(（［]';
const CLOSING = '[〕\\]】)）］]';
const WRITTEN = new RegExp(`^(\\D{1,20}?)${BRACKETS}(2\\d{3})${CLOSING}第?(\\d{1,6})号?$`, 'u');

/**
 * A number as a person writes it, in whatever brackets a keyboard has and with or
 * without 第 and 号; null for anything else.
 */
export function readNumber(text: string): NoticeNumber | null {
  const [, agency, year, seq] = WRITTEN.exec(text.normalize('NFKC').replace(/\s+/gu, '')) ?? [];
  if (agency === undefined || Number(seq) < 1) return null;
  return { agency, year: Number(year), seq: Number(seq) };
}
