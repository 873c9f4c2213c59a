/** The paper of an issued letter, and what it is called as a file. Pure. */
import { paperFileName, withoutRefused } from '../../../document/file-name.ts';
import { letterPaper } from '../../../document/letter-paper.ts';
import type { NoticeInput } from '../../../document/notice-input.ts';
import { civilDateOf } from '../../../domain/civil.ts';
import { sayLetterPaper } from '../../../domain/urge.ts';
import type { LetterRow } from '../../../protocol/rows/index.ts';
import type { PaperOffer } from '../notice/share/paper-offer.ts';
import { sayLetterTitle } from './use-letters.ts';

/** @param pending whether the office has yet to number it */
export function letterOffer(letter: LetterRow, pending: boolean): PaperOffer {
  const { kind, number, record } = letter;
  const voided = letter.state === 'voided';
  const name = sayLetterPaper(kind);
  return {
    name: voided ? `${name}（已作废）` : name,
    paper: letterPaper({ kind, facts: record, number, pending, standing: standingOf(letter) }),
    fonts: record.fonts,
    issuedAt: record.issuedAt,
    fileName: fileNameOf(letter, voided ? ['已作废'] : []),
  };
}

function fileNameOf(letter: LetterRow, rest: readonly string[]): string {
  const { number, unitName, issuedAt } = letter;
  if (number) return paperFileName(number, unitName, ...rest);
  const day = letter.month === '' ? [civilDateOf(issuedAt)] : [];
  return withoutRefused([sayLetterTitle(letter), ...day, unitName, ...rest].join(' ')).slice(
    0,
    120,
  );
}

function standingOf({ state, voidReason, voidedAt, issuedAt }: LetterRow): NoticeInput['standing'] {
  return state === 'voided'
    ? { kind: 'voided', reason: voidReason, at: voidedAt ?? issuedAt }
    : { kind: 'issued' };
}
