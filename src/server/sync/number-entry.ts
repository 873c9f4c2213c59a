import type { NoticeNumber } from '../../domain/notice-number.ts';
import type { Entry } from './register.ts';

/** Lent to this client, or taken back from it by no person: it may stand on its paper. */
export function isTheirs(entry: Entry | undefined, client: string): entry is Entry {
  if (entry?.client !== client) return false;
  return entry.state === 'leased' || (entry.state === 'recalled' && entry.recalled_by === '');
}

export function keyOf(number: NoticeNumber): string {
  return `${number.agency}/${number.year}/${number.seq}`;
}
