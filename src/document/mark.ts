import { civilDateOf, sayDate } from '../domain/civil.ts';
import type { NoticeInput } from './notice-input.ts';
import type { PaperMark } from './paper.ts';
import { onPaper } from './punctuation.ts';

/** What every page of a draft or of a voided paper says; `subject` is 本通知书 or the like. */
export function markOf(standing: NoticeInput['standing'], subject: string): PaperMark | null {
  if (standing.kind === 'draft') return { kind: 'draft', words: '未签发' };
  if (standing.kind === 'issued') return null;
  const day = sayDate(civilDateOf(standing.at));
  const reason = onPaper(standing.reason).replace(/[。.]$/u, '');
  return {
    kind: 'voided',
    words: '作废',
    sentence: `${subject}已于${day}作废${reason === '' ? '' : `：${reason}`}。`,
  };
}
