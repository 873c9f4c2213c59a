/** Turns of phrase that the office's papers share. */
import { type NoticeNumber, NUMBER_PENDING, sayNumber } from '../domain/notice-number.ts';
import type { Paragraph } from './paper.ts';
import { onPaper } from './punctuation.ts';

export function paragraph(level: Paragraph['level'], text: string): Paragraph {
  return { level, runs: [{ text }] };
}

export function addressee(unitName: string): Paragraph {
  return paragraph('addressee', `${onPaper(unitName)}：`);
}

export function numberOf(number: NoticeNumber | null): string {
  return number ? sayNumber(number) : NUMBER_PENDING;
}

/** As a letter bears it: nothing at all where the office doesn't number its letters. */
export function letterNumberOf(letter: {
  readonly number: NoticeNumber | null;
  readonly numbered: boolean;
}): string {
  return letter.numbered || letter.number ? numberOf(letter.number) : '';
}

/** How the office speaks of itself: 我中心, 我办, otherwise 我单位. */
export function weOf(officeName: string): string {
  if (officeName.endsWith('中心')) return '我中心';
  return /办(公室)?$/.test(officeName) ? '我办' : '我单位';
}

/** `联系人：督查科，联系电话：0912-0000000。`; empty where neither is set. */
export function reachOf(contact: string, phone: string): string {
  const parts = [
    contact.trim() === '' ? '' : `联系人：${onPaper(contact)}`,
    phone.trim() === '' ? '' : `联系电话：${phone.trim()}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join('，')}。`;
}

/** A sentence that a person has set, ended as a sentence is; empty stays empty. */
export function sentence(text: string): string {
  const said = onPaper(text);
  if (said === '') return '';
  return /[。！？]$/u.test(said) ? said : `${said.replace(/[，、；,;.]+$/u, '')}。`;
}

/** What comes before the comma of a sentence; empty stays empty. */
export function clause(text: string): string {
  const said = onPaper(text).replace(/[，。、；,;.]+$/u, '');
  return said === '' ? '' : `${said}，`;
}
